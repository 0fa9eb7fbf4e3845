using System.Buffers;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>Finds tables drawn with characters: box drawing (│ ├ ─), plus and minus signs, or Markdown's pipes.</summary>
internal static class DrawnTables
{
    private const string Bars = "|│┃║｜";

    private static readonly SearchValues<char> BarMarks = SearchValues.Create(Bars);

    private static readonly SearchValues<char> Rules = SearchValues.Create("-=—─━═");

    private static readonly SearchValues<char> BorderMarks = SearchValues.Create("|│┃║｜+-=:—─━═ \u3000┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝┍┑┝┥┕┙┎┒┠┨┖┚╒╤╕╞╪╡╘╧╛");

    public static IEnumerable<TableRegion> Find(List<TextLine> lines, ReadContext context)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            context.Step();
            if (!IsDrawn(lines[i]))
                continue;
            var end = i;
            while (end < lines.Count && IsDrawn(lines[end]))
                end++;
            if (Rows(lines, i, end) is { Count: >= 2 } rows)
                yield return new TableRegion(i, end, rows.Rows(), rows.Stretches()).Claim(lines);
            i = end - 1;
        }
    }

    private static bool IsDrawn(TextLine line) => line.Kind == LineKind.Prose && (IsBorder(line.Text) || IsRow(line.Text));

    private static bool IsRow(string text) => text.Length > 1 && Bars.Contains(text[0]) && text.AsSpan(1).ContainsAny(BarMarks);

    private static bool IsBorder(string text) =>
        text.Length >= 3 && !text.AsSpan().ContainsAnyExcept(BorderMarks) && (text[0] is not ('-' or '=' or '—' or ':') || text.Contains('|') || text.Contains('+'))
        && text.AsSpan().ContainsAny(Rules);

    private static TracedRows Rows(List<TextLine> lines, int first, int end)
    {
        var borders = Enumerable.Range(first, end - first).Count(i => IsBorder(lines[i].Text));
        var written = end - first - borders;
        // With a border between the rows, several lines between two borders are one row; with one below the head only, every line is one.
        var ruled = borders > 3 || (borders == 3 && written <= 2);
        var rows = new TracedRows();
        var isOpen = false;
        for (var i = first; i < end; i++)
        {
            if (!IsBorder(lines[i].Text))
            {
                if (!isOpen)
                    rows.BeginRow();
                isOpen = true;
                AddLine(rows, lines[i], i);
            }

            isOpen &= ruled && !IsBorder(lines[i].Text);
        }

        // Markdown's only border stands below the head.
        if (!ruled && rows.Count > 1 && end - first > 1 && IsBorder(lines[first + 1].Text))
            rows.MarkHead();
        return rows;
    }

    private static void AddLine(TracedRows rows, TextLine line, int index)
    {
        var text = line.Text;
        var (column, start) = (0, 1);
        for (var i = 1; i < text.Length; i++)
        {
            if (!Bars.Contains(text[i]) || text[i - 1] == '\\')
                continue;
            AddPart(rows.Cell(column++), line, index, start, i);
            start = i + 1;
        }

        if (start < text.Length)
            AddPart(rows.Cell(column), line, index, start, text.Length);
    }

    /// <summary>A cell's lines were broken at its width: words are parted by a space, Chinese is not.</summary>
    private static void AddPart(TracedRows.Draft cell, TextLine line, int index, int from, int to)
    {
        var text = line.Text;
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        while (from < to && char.IsWhiteSpace(text[to - 1]))
            to--;
        if (from == to)
            return;
        if (!cell.IsEmpty && char.IsAsciiLetterOrDigit(cell.Last) && char.IsAsciiLetter(text[from]))
            cell.Append(' ');
        // A bar behind a backslash is a bar of the text.
        for (var bar = text.IndexOf("\\|", from, to - from, StringComparison.Ordinal); bar >= 0; bar = text.IndexOf("\\|", from, to - from, StringComparison.Ordinal))
        {
            cell.Append(text, from, bar, index, line.TextStart);
            from = bar + 1;
        }

        cell.Append(text, from, to, index, line.TextStart);
    }
}
