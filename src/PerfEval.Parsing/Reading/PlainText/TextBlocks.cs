using System.Globalization;
using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.TextTables;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>Assembles the blocks of a text file from its lines, once it is known what each line is.</summary>
internal sealed class TextBlocks(List<TextLine> lines, Dictionary<int, TableRegion> tables, ReadContext context)
{
    private readonly HardWraps _wraps = HardWraps.Measure(lines);
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _paragraph = new();
    private readonly List<SourceLine> _places = [];
    private long _cells;
    private bool _full;

    public List<Block> Build()
    {
        for (var i = 0; i < lines.Count && !_full;)
        {
            context.Step();
            i = lines[i].Kind switch
            {
                LineKind.Prose => AddParagraph(i),
                LineKind.Table => AddTable(i),
                _ => AddLine(i),
            };
        }

        return UndoSpaceBreaks();
    }

    /// <summary>Adds the paragraph that begins on a line, and after it whatever page furniture stands within it.</summary>
    private int AddParagraph(int first)
    {
        if (!_wraps.AreThere)
        {
            if (lines[first].Text.Length > 0)
                Add(new Paragraph { Text = lines[first].Text, Indented = lines[first].Indented, Path = PathOf(lines[first]), Lines = LinesOf(lines[first]) });
            return first + 1;
        }

        _paragraph.Clear();
        _places.Clear();
        Append(lines[first]);
        var last = first;
        for (var next = Next(last); next > 0 && _wraps.Continues(_paragraph, lines[last], lines[next]); next = Next(last))
        {
            if (HardWraps.IsSpaced(_paragraph[^1], lines[last], lines[next]))
                _paragraph.Append(' ');
            Append(lines[next]);
            last = next;
        }

        if (_paragraph.Length > 0)
            Add(new Paragraph { Text = _paragraph.ToString(), Indented = lines[first].Indented, Path = PathOf(lines[first]), Lines = new SourceLines(_places) });
        for (var i = first + 1; i < last; i++)
            if (lines[i].Kind is LineKind.PageBreak or LineKind.PageNumber)
                AddLine(i);
        return last + 1;
    }

    private void Append(TextLine line)
    {
        line.AddPlaces(_places, _paragraph.Length, line.TextStart, line.Text.Length);
        _paragraph.Append(line.Text);
    }

    /// <summary>The line on which a paragraph may go on: the next one, or the first of the next page; 0 for none.</summary>
    private int Next(int line)
    {
        var furniture = 0;
        var blanks = 0;
        for (var i = line + 1; i < lines.Count; i++)
        {
            switch (lines[i].Kind)
            {
                case LineKind.Prose:
                    return blanks == 0 || furniture > 0 || (blanks == 1 && _wraps.EveryOtherLineBlank) ? i : 0;
                case LineKind.Blank:
                    blanks++;
                    break;
                case LineKind.PageBreak or LineKind.PageNumber:
                    furniture++;
                    break;
                default:
                    return 0;
            }

            // A page's foot and head are short; a longer gap parts what stands around it.
            if (blanks + furniture > 8)
                return 0;
        }

        return 0;
    }

    private int AddTable(int first)
    {
        var region = tables[first];
        var rows = new List<TableRow>(region.Rows.Count);
        foreach (var row in region.Rows)
        {
            _cells += row.Cells.Count;
            if (_cells > context.Limits.MaxCells)
                break;
            rows.Add(row);
        }

        if (rows.Count > 0)
            Add(Placed(new Table(rows) { Path = PathOf(lines[first]) }, region));
        if (rows.Count < region.Rows.Count)
            Stop(nameof(ParseLimits.MaxCells), context.Limits.MaxCells, "The tables have more cells than");
        return region.End;
    }

    private Table Placed(Table table, TableRegion region)
    {
        var starts = new List<int>();
        foreach (var row in table.Rows)
            foreach (var cell in row.Cells)
                starts.Add(cell.Start);
        var places = new List<SourceLine>(region.Stretches.Count);
        foreach (var stretch in region.Stretches)
            if (stretch.Cell < starts.Count)
                lines[stretch.Line].AddPlaces(places, starts[stretch.Cell] + stretch.At, stretch.Column, stretch.Length);
        return table with { Lines = places.Count > 0 ? new SourceLines(places) : LinesOf(lines[region.First]) };
    }

    private int AddLine(int index)
    {
        var line = lines[index];
        if (line.Kind == LineKind.PageBreak)
            Add(new PageBreak { Path = PathOf(line) });
        else if (line.Kind == LineKind.PageNumber)
            Add(new Paragraph { Text = line.Text, Role = BlockRole.Footer, Path = PathOf(line), Lines = LinesOf(line) });
        else if (line.Kind == LineKind.Contents)
            Add(new Paragraph { Text = line.Text, Role = BlockRole.TableOfContents, Indented = line.Indented, Path = PathOf(line), Lines = LinesOf(line) });
        return index + 1;
    }

    private void Add(Block block)
    {
        if (_full)
            return;
        if (_blocks.Count == context.Limits.MaxBlocks)
            Stop(nameof(ParseLimits.MaxBlocks), context.Limits.MaxBlocks, "The text has more blocks than");
        else
            _blocks.Add(block);
    }

    private void Stop(string limit, int value, string what)
    {
        _full = true;
        context.Log.Reached(limit, value, what);
    }

    private List<Block> UndoSpaceBreaks()
    {
        var breaks = SpaceBreaks.Measure(_blocks.OfType<Paragraph>().Where(p => p.Role == BlockRole.Body).Select(p => p.Text));
        for (var i = 0; i < _blocks.Count; i++)
            if (_blocks[i] is Paragraph { Role: BlockRole.Body } paragraph && breaks.Find(paragraph.Text) is { Count: > 0 } spaces)
                _blocks[i] = paragraph with { Text = Without(paragraph.Text, spaces), Lines = paragraph.Lines?.Without(spaces) };
        return _blocks;
    }

    private static string Without(string text, List<int> spaces)
    {
        var kept = new StringBuilder(text.Length);
        var from = 0;
        foreach (var space in spaces)
        {
            kept.Append(text, from, space - from);
            from = space + 1;
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    private static SourceLines LinesOf(TextLine line)
    {
        if (line.PlaceOf(line.TextStart) is { } place)
            return SourceLines.At(place);
        var places = new List<SourceLine>(1);
        line.AddPlaces(places, 0, line.TextStart, line.Text.Length);
        return new SourceLines(places);
    }

    private static string PathOf(TextLine line) => string.Create(CultureInfo.InvariantCulture, $"line {line.Number}");
}
