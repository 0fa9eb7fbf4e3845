using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>Reads text files that this library wrote: their layout says what each line is. See <see cref="DrawnText"/>.</summary>
internal sealed class DeclaredText
{
    private readonly string[] _lines;
    private readonly LineStarts _starts;
    private readonly ReadContext _context;
    private readonly List<Block> _blocks = [];
    private int _cells;

    private DeclaredText(string[] lines, LineStarts starts, ReadContext context) => (_lines, _starts, _context) = (lines, starts, context);

    /// <summary>The blocks of a file; <see langword="null"/> where the file is not laid out so throughout.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="context">The limits and the cancellation of this parse.</param>
    public static IReadOnlyList<Block>? Read(string text, ReadContext context)
    {
        var end = text.AsSpan().TrimEnd();
        if (!end.EndsWith("\n" + ClosingLines.Text, StringComparison.Ordinal))
            return null;
        var lines = text[..(end.Length - ClosingLines.Text.Length - 1)].Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var reader = new DeclaredText(lines, new LineStarts(text), context);
        return reader.ReadLines() ? reader._blocks : null;
    }

    private bool ReadLines()
    {
        var inSupplement = false;
        for (var i = 0; i < _lines.Length; i++)
        {
            _context.Step();
            if (_lines[i].Length == 0 || _lines[i] == "\r")
                continue;
            if (_blocks.Count >= _context.Limits.MaxBlocks || _cells > _context.Limits.MaxCells)
                return false;
            if (_lines[i] == " " + DrawnText.SupplementRule && !inSupplement)
                inSupplement = true;
            else if (!(_lines[i][0] == ' ' ? AddDrawn(ref i, inSupplement) : AddText(i, inSupplement)))
                return false;
        }

        return true;
    }

    private bool AddText(int index, bool inSupplement)
    {
        var line = _lines[index];
        var indent = 0;
        while (indent < line.Length && line[indent] == '\u3000')
            indent++;
        var text = line[indent..];
        if (indent == DrawnText.Continued)
            return Continue(text, index);
        if (text.Length == 0 || text[0] is ' ' or '\t' || char.IsWhiteSpace(text[^1]))
            return false;
        var part = inSupplement ? DeclaredPart.Supplement : Part(indent);
        _blocks.Add(new Paragraph { Text = text, Declared = part, Indented = indent > 0, Path = PathOf(index), Lines = new SourceLines([_starts.Place(index, indent)]) });
        return part != DeclaredPart.Title || _blocks.Count == 1;
    }

    private static DeclaredPart Part(int indent) => indent switch
    {
        0 => DeclaredPart.Heading,
        DrawnText.Content => DeclaredPart.Content,
        DrawnText.Cover => DeclaredPart.Cover,
        DrawnText.Caption => DeclaredPart.Caption,
        < DrawnText.Signature => DeclaredPart.Title,
        _ => DeclaredPart.Signature,
    };

    private bool Continue(string text, int index)
    {
        if (_blocks.Count == 0 || _blocks[^1] is not Paragraph paragraph)
            return false;
        var place = _starts.Place(index, DrawnText.Continued) with { Start = paragraph.Text.Length + 1 };
        _blocks[^1] = paragraph with { Text = paragraph.Text + "\n" + text, Lines = new SourceLines([.. paragraph.Lines!.Lines, place]) };
        return true;
    }

    private bool AddDrawn(ref int index, bool inSupplement)
    {
        var first = index;
        var margin = _lines[first].StartsWith("  ", StringComparison.Ordinal) ? 2 : 1;
        var part = inSupplement ? DeclaredPart.Supplement : margin == 2 ? DeclaredPart.Cover : DeclaredPart.Content;
        if (_lines[first].AsSpan(margin).SequenceEqual(FormatVocabulary.Default.Figure))
        {
            _blocks.Add(new Figure { Declared = part, Path = PathOf(first), Lines = new SourceLines([_starts.Place(first, margin)]) });
            return true;
        }

        var drawing = new List<string>();
        while (index < _lines.Length && _lines[index].Length > margin && (index == first || _lines[index][margin] is '│' or '├' or '└'))
            drawing.Add(_lines[index++][margin..]);
        index--;
        if (DrawnGrid.Read(drawing, _context.Limits) is not var (rows, stretches))
            return false;
        _cells += rows.Sum(r => r.Cells.Count);
        var table = new Table(rows) { Declared = part, Path = PathOf(first) };
        var cells = table.Rows.SelectMany(row => row.Cells).ToArray();
        var places = stretches.Select(s => _starts.Place(first + s.Line, margin + s.Column) with { Start = cells[s.Cell].Start + s.At }).ToArray();
        _blocks.Add(table with { Lines = new SourceLines(places.Length > 0 ? places : [_starts.Place(first, margin)]) });
        return true;
    }

    private static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"line {index + 1}");
}
