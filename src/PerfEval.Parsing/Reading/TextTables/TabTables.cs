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

    public static IEnumerable<TableRegion> Find(List<TextLine> lines, ReadContext context)
    {
        var (run, columns) = (0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            context.Step();
            if (!IsRow(lines[i], 0))
                continue;
            // Measured once for a run of lines, or a long run of odd lines would be measured from each of them.
            if (i >= run)
                (run, columns) = Columns(lines, i);
            var rows = new TracedRows();
            var end = Collect(lines, i, columns, rows);
            if (rows.Count >= 2)
                yield return new TableRegion(i, end, rows.Rows(), rows.Stretches()).Claim(lines);
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Takes rows until a line is none; returns the index after the last.</summary>
    private static int Collect(List<TextLine> lines, int first, int columns, TracedRows rows)
    {
        var i = first;
        while (i < lines.Count && IsRow(lines[i], columns))
        {
            rows.BeginRow();
            if (QuotedEnd(lines, i) is var quoted and > 0)
                i = AddCells(rows, lines, i, quoted, isQuoted: true);
            else if (BrokenEnd(lines, i, columns) is var broken and > 0)
                i = AddCells(rows, lines, i, broken, isQuoted: false);
            else
                i = AddCells(rows, lines, i, i + 1, isQuoted: false);
        }

        return i;
    }

    /// <summary>Where the run of lines with tabs ends that begins here, and the most tabs of a line in it.</summary>
    private static (int End, int Most) Columns(List<TextLine> lines, int first)
    {
        var most = 0;
        var i = first;
        for (; i < lines.Count && lines[i].Kind == LineKind.Prose && lines[i].Tabs > 0; i++)
            most = Math.Max(most, lines[i].Tabs);
        return (i, most);
    }

    /// <summary>A row has a tab between texts, or as many tabs as the table's other rows; a single tab at the start is an indentation.</summary>
    private static bool IsRow(TextLine line, int columns) =>
        line.Kind == LineKind.Prose && line.Tabs > 0 && (line.Tabs >= 2 || line.HasTab || line.Tabs == columns);

    /// <summary>Where a row ends whose last cell was broken over lines without tabs: only where the parts together have the table's columns.</summary>
    private static int BrokenEnd(List<TextLine> lines, int first, int columns)
    {
        var tabs = lines[first].Tabs;
        if (tabs == 0 || tabs >= columns)
            return 0;
        var end = first + 1;
        while (end < lines.Count && end - first <= LongestCell && lines[end].Kind == LineKind.Prose && lines[end].Tabs == 0)
            end++;
        var closes = end > first + 1 && end < lines.Count && lines[end].Kind == LineKind.Prose && lines[end].Tabs > 0 && tabs + lines[end].Tabs == columns;
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

    /// <summary>Adds a row's cells: a tab ends a cell, the end of a line is a line feed in it.</summary>
    private static int AddCells(TracedRows rows, List<TextLine> lines, int first, int end, bool isQuoted)
    {
        var parts = new List<Part>();
        var column = 0;
        for (var i = first; i < end; i++)
        {
            if (lines[i].Kind == LineKind.Blank)
                continue;
            var raw = lines[i].Raw;
            var start = 0;
            for (var tab = raw.IndexOf('\t'); tab >= 0; tab = raw.IndexOf('\t', start))
            {
                parts.Add(new Part(raw, i, start, tab));
                AddParts(rows.Cell(column++), parts, isQuoted);
                start = tab + 1;
            }

            parts.Add(new Part(raw, i, start, raw.Length));
        }

        AddParts(rows.Cell(column), parts, isQuoted);
        return end;
    }

    private static void AddParts(TracedRows.Draft cell, List<Part> parts, bool isQuoted)
    {
        if (!isQuoted && parts.Count == 1)
        {
            AddPart(cell, parts[0].Trimmed(), isQuoted);
            parts.Clear();
            return;
        }

        var (first, last) = (parts[0], parts[^1]);
        isQuoted = isQuoted && first.From < first.To && last.From < last.To && first.Raw[first.From] == '"' && last.Raw[last.To - 1] == '"' && (parts.Count > 1 || first.To - first.From > 1);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i] with { From = parts[i].From + (isQuoted && i == 0 ? 1 : 0), To = parts[i].To - (isQuoted && i == parts.Count - 1 ? 1 : 0) };
            AddPart(cell, part.Trimmed(), isQuoted);
        }

        parts.Clear();
    }

    private static void AddPart(TracedRows.Draft cell, Part part, bool isQuoted)
    {
        if (part.From == part.To)
            return;
        if (!cell.IsEmpty)
            cell.Append('\n');
        // Of a doubled quotation mark the second is left out.
        var from = part.From;
        for (var mark = Doubled(from); mark >= 0; mark = Doubled(from))
        {
            cell.Append(part.Raw, from, mark + 1, part.Line);
            from = mark + 2;
        }

        cell.Append(part.Raw, from, part.To, part.Line);

        int Doubled(int at) => isQuoted ? part.Raw.IndexOf("\"\"", at, part.To - at, StringComparison.Ordinal) : -1;
    }

    /// <summary>What of a cell stands on one line.</summary>
    private readonly record struct Part(string Raw, int Line, int From, int To)
    {
        public Part Trimmed()
        {
            var (from, to) = (From, To);
            while (from < to && IsSpace(Raw[from]))
                from++;
            while (from < to && IsSpace(Raw[to - 1]))
                to--;
            return this with { From = from, To = to };

            // Behind the ideographic space there is none.
            static bool IsSpace(char c) => c <= '\u3000' && char.IsWhiteSpace(c);
        }
    }
}
