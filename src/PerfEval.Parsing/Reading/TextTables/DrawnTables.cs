using System.Buffers;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>Finds tables drawn with characters: box drawing (│ ├ ─), plus and minus signs, or Markdown's pipes.</summary>
internal static class DrawnTables
{
    private const string Bars = "|│┃║｜";

    private static readonly SearchValues<char> BarMarks = SearchValues.Create(Bars);

    private static readonly SearchValues<char> Rules = SearchValues.Create("-=—─━═");

    private static readonly SearchValues<char> BorderMarks = SearchValues.Create("|│┃║｜+-=:—─━═ \u3000┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝┍┑┝┥┕┙┎┒┠┨┖┚╒╤╕╞╪╡╘╧╛");

    public static IEnumerable<TableRegion> Find(List<TextLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsDrawn(lines[i]))
                continue;
            var end = i;
            while (end < lines.Count && IsDrawn(lines[end]))
                end++;
            if (Rows(lines, i, end) is { Count: >= 2 } rows)
                yield return new TableRegion(i, end, rows).Claim(lines);
            i = end - 1;
        }
    }

    private static bool IsDrawn(TextLine line) => line.Kind == LineKind.Prose && (IsBorder(line.Text) || IsRow(line.Text));

    private static bool IsRow(string text) => text.Length > 1 && Bars.Contains(text[0]) && text.AsSpan(1).ContainsAny(BarMarks);

    private static bool IsBorder(string text) =>
        text.Length >= 3 && !text.AsSpan().ContainsAnyExcept(BorderMarks) && (text[0] is not ('-' or '=' or '—' or ':') || text.Contains('|') || text.Contains('+'))
        && text.AsSpan().ContainsAny(Rules);

    private static List<TableRow> Rows(List<TextLine> lines, int first, int end)
    {
        var borders = Enumerable.Range(first, end - first).Count(i => IsBorder(lines[i].Text));
        var written = end - first - borders;
        // With a border between the rows, several lines between two borders are one row; with one below the head only, every line is one.
        var ruled = borders > 3 || (borders == 3 && written <= 2);
        var rows = new List<TableRow>();
        var open = new List<string>();
        for (var i = first; i < end; i++)
        {
            if (!IsBorder(lines[i].Text))
                open.Add(lines[i].Text);
            if (open.Count > 0 && (!ruled || i + 1 == end || IsBorder(lines[i].Text)))
            {
                rows.Add(Row(open));
                open.Clear();
            }
        }

        // Markdown's only border stands below the head.
        if (!ruled && rows.Count > 1 && end - first > 1 && IsBorder(lines[first + 1].Text))
            rows[0] = rows[0] with { IsHeader = true };
        return rows;
    }

    private static TableRow Row(List<string> lines)
    {
        var cells = new List<string>();
        foreach (var line in lines)
        {
            var parts = Split(line);
            for (var c = 0; c < parts.Count; c++)
            {
                if (c == cells.Count)
                    cells.Add(parts[c]);
                else if (parts[c].Length > 0)
                    cells[c] = cells[c].Length == 0 ? parts[c] : cells[c] + Gap(cells[c], parts[c]) + parts[c];
            }
        }

        return new TableRow([.. cells.Select(cell => new TableCell(cell))]);
    }

    /// <summary>A cell's lines were broken at its width: words are parted by a space, Chinese is not.</summary>
    private static string Gap(string before, string after) => char.IsAsciiLetterOrDigit(before[^1]) && char.IsAsciiLetter(after[0]) ? " " : "";

    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var start = 1;
        for (var i = 1; i < line.Length; i++)
        {
            if (!Bars.Contains(line[i]) || line[i - 1] == '\\')
                continue;
            cells.Add(line[start..i].Replace("\\|", "|", StringComparison.Ordinal).Trim());
            start = i + 1;
        }

        if (start < line.Length)
            cells.Add(line[start..].Trim());
        return cells;
    }
}
