using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>
/// Finds tables exported as lines of cells with tabs between them. Cells stay exactly as they are: an empty one is an empty cell, because
/// only the reader of the table can tell a merged cell from a blank one.
/// </summary>
internal static class TabTables
{
    /// <summary>A cell with line breaks inside is not looked for beyond this many lines.</summary>
    private const int LongestCell = 12;

    public static IEnumerable<TableRegion> Find(List<TextLine> lines)
    {
        var (run, columns) = (0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsRow(lines[i], 0))
                continue;
            // Measured once for a run of lines, or a long run of odd lines would be measured from each of them.
            if (i >= run)
                (run, columns) = Columns(lines, i);
            var rows = new List<string>();
            var end = Collect(lines, i, columns, rows);
            if (rows.Count >= 2)
                yield return new TableRegion(i, end, [.. rows.Select(Row)]).Claim(lines);
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Takes rows until a line is none; returns the index after the last.</summary>
    private static int Collect(List<TextLine> lines, int first, int columns, List<string> rows)
    {
        var i = first;
        while (i < lines.Count && IsRow(lines[i], columns))
        {
            var row = lines[i].Raw;
            var next = i + 1;
            if (QuotedEnd(lines, i) is var quoted and > 0)
                (row, next) = (Unquote(Join(lines, i, quoted)), quoted);
            else if (BrokenEnd(lines, i, columns) is var broken and > 0)
                (row, next) = (Join(lines, i, broken), broken);
            rows.Add(row);
            i = next;
        }

        return i;
    }

    /// <summary>Where the run of lines with tabs ends that begins here, and the most tabs of a line in it.</summary>
    private static (int End, int Most) Columns(List<TextLine> lines, int first)
    {
        var most = 0;
        var i = first;
        for (; i < lines.Count && lines[i].Kind == LineKind.Prose && lines[i].Raw.Contains('\t'); i++)
            most = Math.Max(most, Tabs(lines[i]));
        return (i, most);
    }

    /// <summary>A row has a tab between texts, or as many tabs as the table's other rows; a single tab at the start is an indentation.</summary>
    private static bool IsRow(TextLine line, int columns) =>
        line.Kind == LineKind.Prose && (line.HasTab || Tabs(line) >= 2 || (columns > 0 && Tabs(line) == columns));

    /// <summary>Where a row ends whose last cell was broken over lines without tabs: only where the parts together have the table's columns.</summary>
    private static int BrokenEnd(List<TextLine> lines, int first, int columns)
    {
        var tabs = Tabs(lines[first]);
        if (tabs == 0 || tabs >= columns)
            return 0;
        var end = first + 1;
        while (end < lines.Count && end - first <= LongestCell && lines[end].Kind == LineKind.Prose && Tabs(lines[end]) == 0)
            end++;
        var closes = end > first + 1 && end < lines.Count && lines[end].Kind == LineKind.Prose && Tabs(lines[end]) > 0 && tabs + Tabs(lines[end]) == columns;
        return closes ? end + 1 : 0;
    }

    /// <summary>Where a row ends whose last cell opens a quotation mark, as spreadsheets write a cell with line breaks.</summary>
    private static int QuotedEnd(List<TextLine> lines, int first)
    {
        var raw = lines[first].Raw;
        var cell = raw.AsSpan(raw.LastIndexOf('\t') + 1);
        if (!cell.StartsWith('"') || cell.Count('"') % 2 == 0)
            return 0;
        for (var i = first + 1; i < lines.Count && i - first <= LongestCell; i++)
            if (lines[i].Raw.AsSpan().Count('"') % 2 == 1)
                return lines[i].Raw.Contains("\"\t", StringComparison.Ordinal) || lines[i].Text.EndsWith('"') ? i + 1 : 0;
        return 0;
    }

    private static string Join(List<TextLine> lines, int first, int end) =>
        string.Join('\n', Enumerable.Range(first, end - first).Where(i => lines[i].Kind != LineKind.Blank).Select(i => lines[i].Raw));

    private static string Unquote(string row) =>
        string.Join('\t', row.Split('\t').Select(cell => cell is ['"', .., '"'] ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell));

    private static TableRow Row(string row) => new([.. row.Split('\t').Select(Cell)]);

    private static TableCell Cell(string text) =>
        new(text.Contains('\n') ? string.Join('\n', text.Split('\n').Select(NormalText.Trim).Where(part => part.Length > 0)) : NormalText.Trim(text));

    private static int Tabs(TextLine line) => line.Raw.AsSpan().Count('\t');
}
