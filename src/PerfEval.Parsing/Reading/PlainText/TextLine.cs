using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>What a line of a text file turned out to be.</summary>
internal enum LineKind
{
    Prose,
    Blank,
    PageBreak,
    PageNumber,
    Contents,
    Table,
}

/// <summary>One line of a text file. Its kind is found out step by step while the file is read.</summary>
internal sealed class TextLine(int number, string raw, int start = 0)
{
    /// <summary>The line's number in the file, 1-based.</summary>
    public int Number { get; } = number;

    /// <summary>The line without converter artefacts and invisible characters, white space kept.</summary>
    public string Raw { get; } = raw;

    /// <summary>The line without white space at its ends.</summary>
    public string Text { get; } = raw.Trim();

    /// <summary>Where <see cref="Text"/> begins in <see cref="Raw"/>.</summary>
    public int TextStart => Raw.Length - Raw.AsSpan().TrimStart().Length;

    /// <summary>Where stretches of <see cref="Raw"/> began in the line of the file; <see langword="null"/> where the line stands as it is in the file.</summary>
    public List<(int Start, int Origin)>? Stretches { private get; init; }

    public LineKind Kind { get; set; } = LineKind.Prose;

    /// <summary>How many tabs there are, those at the ends included.</summary>
    public int Tabs { get; } = raw.AsSpan().Count('\t');

    public bool HasTab => Tabs > 0 && Text.Contains('\t');

    /// <summary>Whether the line begins as paragraphs do: with an ideographic space, a tab or two spaces.</summary>
    public bool Indented => Raw.Length > 0 && (Raw[0] is '\u3000' or '\t' || Raw.StartsWith("  ", StringComparison.Ordinal) || Raw.StartsWith(" \u3000", StringComparison.Ordinal));

    /// <summary>The white space at the start, in half-width cells.</summary>
    public int Indent
    {
        get
        {
            var cells = 0;
            foreach (var c in Raw)
            {
                if (!char.IsWhiteSpace(c))
                    break;
                cells += c switch { '\u3000' => 2, '\t' => 4, _ => 1 };
            }

            return cells;
        }
    }

    /// <summary>Where a character of <see cref="Raw"/> stands in the file; <see langword="null"/> where the line is no single stretch of it.</summary>
    public SourceLine? PlaceOf(int column) => Stretches is null ? new SourceLine(0, Number, start + column) : null;

    /// <summary>Adds where a part of <see cref="Raw"/> stands in the file.</summary>
    /// <param name="places">The places of a block's text, in its order.</param>
    /// <param name="at">Where the part begins in the block's text.</param>
    /// <param name="column">Where it begins in <see cref="Raw"/>.</param>
    /// <param name="length">How many characters it has.</param>
    public void AddPlaces(List<SourceLine> places, int at, int column, int length)
    {
        if (PlaceOf(column) is { } place)
        {
            places.Add(place with { Start = at });
            return;
        }

        for (var i = 0; i < Stretches!.Count && Stretches[i].Start < column + Math.Max(1, length); i++)
            if (i + 1 == Stretches.Count || Stretches[i + 1].Start > column)
            {
                var from = Math.Max(column, Stretches[i].Start);
                places.Add(new SourceLine(at + from - column, Number, start + Stretches[i].Origin + from - Stretches[i].Start));
            }
    }
}
