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
internal sealed class TextLine(int number, string raw)
{
    /// <summary>The line's number in the file, 1-based.</summary>
    public int Number { get; } = number;

    /// <summary>The line without converter artefacts and invisible characters, white space kept.</summary>
    public string Raw { get; } = raw;

    /// <summary>The line without white space at its ends.</summary>
    public string Text { get; } = raw.Trim();

    public LineKind Kind { get; set; } = LineKind.Prose;

    public bool HasTab => Text.Contains('\t');

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
}
