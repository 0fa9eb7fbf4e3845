using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Writing.PlainText;

/// <summary>Draws a table with box characters, merged cells included; a cell's text is broken over lines of its width.</summary>
internal sealed class TableDrawing
{
    private const int Narrowest = 4;
    private const int WidestCell = 32;
    private const int WidestWord = 14;

    // By which of its arms a crossing has: left 1, right 2, up 4, down 8.
    private const string Crossings = "　───│┘└┴│┐┌┬│┤├┼";

    private readonly TableCell?[][] _grid;
    private readonly int _columns;
    private readonly int[] _widths;

    private TableDrawing(Table table)
    {
        _grid = table.ToGrid();
        _columns = _grid.Length == 0 ? 0 : _grid[0].Length;
        _widths = Widths();
    }

    /// <summary>The lines of a table.</summary>
    public static IEnumerable<string> Draw(Table table) => new TableDrawing(table).Lines();

    private IEnumerable<string> Lines()
    {
        for (var row = 0; row < _grid.Length; row++)
        {
            yield return Rule(row);
            var cells = Starts(row).Select(start => Broken(Printed(row, start.From), Inner(start.From, start.To))).ToList();
            for (var line = 0; line < Math.Max(1, cells.Count == 0 ? 1 : cells.Max(c => c.Count)); line++)
                yield return TextLine(row, cells, line);
        }

        yield return Rule(_grid.Length);
    }

    private string Rule(int row)
    {
        var line = new StringBuilder();
        for (var column = 0; column <= _columns; column++)
        {
            var arms = (column > 0 && HasRule(row, column - 1) ? 1 : 0) + (column < _columns && HasRule(row, column) ? 2 : 0)
                + (row > 0 && HasEdge(row - 1, column) ? 4 : 0) + (row < _grid.Length && HasEdge(row, column) ? 8 : 0);
            // The first line shows every column, the first character of every rule that it is one.
            line.Append(row == 0 ? column == 0 ? '┌' : column == _columns ? '┐' : '┬'
                : row == _grid.Length ? column == 0 ? '└' : column == _columns ? '┘' : Crossings[arms]
                : column == 0 ? '├' : Crossings[arms]);
            if (column < _columns)
                line.Append(HasRule(row, column) ? '─' : '\u3000', _widths[column] / 2);
        }

        return line.ToString();
    }

    private string TextLine(int row, List<List<string>> cells, int line)
    {
        var text = new StringBuilder("│");
        foreach (var ((from, to), cell) in Starts(row).Zip(cells))
        {
            var part = line < cell.Count ? cell[line] : "";
            text.Append(part).Append(' ', Inner(from, to) - DrawnText.Width(part)).Append('│');
        }

        return text.ToString();
    }

    /// <summary>The stretches of columns between the edges of a row.</summary>
    private IEnumerable<(int From, int To)> Starts(int row)
    {
        for (var (from, to) = (0, 1); from < _columns; from = to++)
        {
            while (to < _columns && !HasEdge(row, to))
                to++;
            yield return (from, to);
        }
    }

    private string Printed(int row, int column) =>
        _grid[row][column] is not { } cell ? DrawnText.NoCell.ToString() : HasRule(row, column) ? Escaped(cell.Text) : "";

    private static string Escaped(string text) =>
        string.Join(DrawnText.SoftBreak.ToString() + '\n', text.Split('\n').Select(DrawnText.Escape));

    private bool HasEdge(int row, int column) =>
        column == 0 || column == _columns || !ReferenceEquals(_grid[row][column - 1], _grid[row][column]) || _grid[row][column] is null;

    private bool HasRule(int row, int column) =>
        row == 0 || row == _grid.Length || !ReferenceEquals(_grid[row - 1][column], _grid[row][column]) || _grid[row][column] is null;

    // What stands between the edges of a merged cell is as wide as its columns and the lines between them.
    private int Inner(int from, int to) => _widths.AsSpan(from, to - from).ToArray().Sum() + (2 * (to - from - 1));

    private int[] Widths()
    {
        var widths = new int[_columns];
        Array.Fill(widths, Narrowest);
        foreach (var (column, cell) in Cells().OrderBy(c => c.Cell.ColumnSpan))
        {
            var last = Math.Min(_columns, column + cell.ColumnSpan) - 1;
            var there = widths.AsSpan(column..(last + 1)).ToArray().Sum() + (2 * (last - column));
            widths[last] += Math.Max(0, Wanted(cell) - there);
        }

        Shrink(widths);
        return widths;
    }

    // The widest column gives way first; none becomes too narrow for its numbers.
    private void Shrink(int[] widths)
    {
        var least = new int[_columns];
        Array.Fill(least, Narrowest);
        foreach (var (column, cell) in Cells().Where(c => c.Cell.ColumnSpan == 1))
            least[column] = Math.Max(least[column], Math.Min(WidestWord, LongestWord(cell.Text) + 2) / 2 * 2);
        for (var over = widths.Sum() + (2 * _columns) + 2 - DrawnText.LineWidth; over > 0; over -= 2)
        {
            var widest = Enumerable.Range(0, _columns).Where(c => widths[c] > least[c]).DefaultIfEmpty().MaxBy(c => widths[c]);
            if (widths[widest] <= least[widest])
                return;
            widths[widest] -= 2;
        }
    }

    private IEnumerable<(int Column, TableCell Cell)> Cells()
    {
        for (var row = 0; row < _grid.Length; row++)
            for (var column = 0; column < _columns; column++)
                if (_grid[row][column] is { } cell && HasEdge(row, column) && HasRule(row, column))
                    yield return (column, cell);
    }

    private static int Wanted(TableCell cell)
    {
        var widest = cell.Text.Split('\n').Max(line => DrawnText.Width(DrawnText.Escape(line)) + 2);
        return Math.Min(WidestCell, widest + (widest % 2));
    }

    private static int LongestWord(string text)
    {
        var (longest, length) = (0, 0);
        foreach (var c in text)
            longest = Math.Max(longest, length = IsOfWord(c) ? length + 1 : 0);
        return longest;
    }

    // Numbers with their points and signs, and Latin words.
    private static bool IsOfWord(char c) => c is > ' ' and < '\u007F' and not '\\';

    /// <summary>A cell's text in lines of a width; spaces at a break are shown, so that none is lost.</summary>
    private static List<string> Broken(string text, int width)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var open = new StringBuilder();
            var used = 0;
            for (var i = 0; i < line.Length;)
            {
                // What is escaped and what is a surrogate pair stays together.
                var part = line.Substring(i, i + 1 < line.Length && (line[i] == '\\' || char.IsHighSurrogate(line[i])) ? 2 : 1);
                i += part.Length;
                // Two columns are kept for spaces at the ends, which must be shown.
                var most = i < line.Length || (open.Length > 0 && open[0] == ' ') ? width - 2 : width;
                if (used > 0 && used + DrawnText.Width(part) > most)
                {
                    var word = IsOfWord(part[0]) ? WordAtEnd(open) : 0;
                    lines.Add(Shown(open.ToString(0, open.Length - word)));
                    open.Remove(0, open.Length - word);
                    used = word;
                }

                open.Append(part);
                used += DrawnText.Width(part);
            }

            lines.Add(Shown(open.ToString()));
        }

        return lines;
    }

    // A short word goes to the next line as a whole.
    private static int WordAtEnd(StringBuilder line)
    {
        var length = 0;
        while (length < line.Length && IsOfWord(line[^(length + 1)]))
            length++;
        return length < line.Length && length < WidestWord && (length == 0 || line[^(length + 1)] != '\\') ? length : 0;
    }

    private static string Shown(string text)
    {
        if (text.EndsWith(' '))
            text = text[..^1] + "\\s";
        return text.StartsWith(' ') ? "\\s" + text[1..] : text;
    }
}
