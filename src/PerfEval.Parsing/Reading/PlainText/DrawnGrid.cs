using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.TextTables;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>Reads a table that this library drew: its first line shows all columns, a rule says of each column whether a cell ends there.</summary>
internal sealed class DrawnGrid
{
    private readonly List<int> _edges = [];
    private readonly List<List<Draft>> _rows = [];
    private Draft?[] _above = [];
    private int _line;

    private sealed class Draft(int from, int to)
    {
        public int From { get; } = from;

        public int To { get; } = to;

        public int Rows { get; set; } = 1;

        public StringBuilder Text { get; } = new();

        /// <summary>Where its lines begin in its text and in the drawing.</summary>
        public List<(int At, int Line, int Column)> Lines { get; } = [];
    }

    /// <summary>The rows and where their cells' texts stand in the lines; <see langword="null"/> where the lines are no such drawing.</summary>
    /// <param name="lines">The lines without margin.</param>
    /// <param name="limits">What a table may cost.</param>
    public static (List<TableRow> Rows, List<CellStretch> Stretches)? Read(List<string> lines, ParseLimits limits)
    {
        var grid = new DrawnGrid();
        if (lines.Count < 3 || !grid.ReadHead(lines[0]) || grid._edges.Count > limits.MaxColumns + 1 || lines[^1][0] != '└')
            return null;
        var rule = lines[0];
        for (var i = 1; i < lines.Count;)
        {
            var first = i;
            while (i < lines.Count && lines[i][0] == '│')
                i++;
            // A drawing ends with the line at its foot.
            grid._line = first;
            if (i == first || i == lines.Count || (lines[i][0] == '└') != (i == lines.Count - 1) || !grid.AddRow(rule, lines.GetRange(first, i - first)))
                return null;
            rule = lines[i++];
        }

        return grid.Finish();
    }

    private (List<TableRow> Rows, List<CellStretch> Stretches) Finish()
    {
        var (rows, stretches, count) = (new List<TableRow>(_rows.Count), new List<CellStretch>(), 0);
        foreach (var drafts in _rows)
        {
            var cells = new List<TableCell>(drafts.Count);
            foreach (var draft in drafts)
            {
                var text = draft.Text.ToString();
                if (text == DrawnText.NoCell.ToString())
                    continue;
                cells.Add(new TableCell(DrawnText.Unescape(text), draft.Rows, draft.To - draft.From));
                AddStretches(stretches, draft, text, count++);
            }

            rows.Add(new TableRow(cells));
        }

        return (rows, stretches);
    }

    /// <summary>A line is a stretch up to a backslash that hides one; behind it begins another.</summary>
    private static void AddStretches(List<CellStretch> stretches, Draft draft, string text, int cell)
    {
        var hidden = 0;
        for (var l = 0; l < draft.Lines.Count; l++)
        {
            var (at, line, column) = draft.Lines[l];
            var end = l + 1 < draft.Lines.Count ? draft.Lines[l + 1].At : text.Length;
            if (end > at && text[at] != '\\')
                stretches.Add(new CellStretch(cell, at - hidden, line, column, end - at));
            for (var i = at; i + 1 < end; i++)
                if (text[i] == '\\')
                {
                    i++;
                    stretches.Add(new CellStretch(cell, i - ++hidden, line, column + i - at, end - i));
                }
        }
    }

    private bool ReadHead(string line)
    {
        var position = 0;
        foreach (var c in line)
        {
            if (c is '┌' or '┬' or '┐')
                _edges.Add(position);
            else if (c != '─')
                return false;
            position += DrawnText.Width(c);
        }

        _above = new Draft?[Math.Max(0, _edges.Count - 1)];
        return _edges.Count >= 2 && line[0] == '┌' && line[^1] == '┐';
    }

    private bool AddRow(string rule, List<string> lines)
    {
        var ends = Ends(rule);
        var row = new List<Draft>();
        var current = new Draft?[_above.Length];
        foreach (var line in lines)
            if (!AddLine(line, ends, row, current))
                return false;
        _rows.Add(row);
        if (current.Contains(null))
            return false;
        _above = current;
        return true;
    }

    private bool AddLine(string line, bool[] ends, List<Draft> row, Draft?[] current)
    {
        var column = 0;
        foreach (var (start, end, position) in Parts(line))
        {
            var next = _edges.BinarySearch(position);
            if (next <= column)
                return false;
            if (current[column] is null)
                Open(column, next, ends, row, current);
            if (current[column] is not { } cell || cell.From != column || cell.To != next)
                return false;
            cell.Lines.Add((cell.Text.Length, _line, start));
            Append(cell.Text, line.AsSpan(start, end - start).TrimEnd(' '));
            column = next;
        }

        _line++;

        return column == current.Length;
    }

    private void Open(int from, int to, bool[] ends, List<Draft> row, Draft?[] current)
    {
        var cell = ends[from] || _above[from] is not { } above ? new Draft(from, to) : above;
        if (ReferenceEquals(cell, _above[from]))
            cell.Rows++;
        else
            row.Add(cell);
        for (var c = from; c < to; c++)
            current[c] = cell;
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> line)
    {
        var soft = line.EndsWith([DrawnText.SoftBreak]) && !IsEscaped(line, line.Length - 1);
        text.Append(soft ? line[..^1] : line);
        if (soft)
            text.Append('\n');
    }

    private static bool IsEscaped(ReadOnlySpan<char> line, int index)
    {
        var backslashes = 0;
        while (index - backslashes > 0 && line[index - backslashes - 1] == '\\')
            backslashes++;
        return backslashes % 2 == 1;
    }

    /// <summary>What stands between the lines of a row, and at which column each of them ends.</summary>
    private static IEnumerable<(int Start, int End, int Position)> Parts(string line)
    {
        var (start, position) = (1, DrawnText.Width('│'));
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '│')
            {
                yield return (start, i, position);
                start = i + 1;
            }
            else if (line[i] == '\\' && i + 1 < line.Length)
                position += DrawnText.Width(line[i++]);
            position += DrawnText.Width(line[i]);
        }
    }

    /// <summary>Of each column whether a cell ends at the rule.</summary>
    private bool[] Ends(string rule)
    {
        var ends = new bool[_above.Length];
        var position = 0;
        foreach (var c in rule)
        {
            var column = _edges.BinarySearch(position);
            if (column < 0 && ~column - 1 < ends.Length)
                ends[~column - 1] |= c == '─';
            position += DrawnText.Width(c);
        }

        return ends;
    }
}
