using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Markdown;

/// <summary>Reads the tables of a Markdown text, those of pipes and those in HTML, within the limits on cells.</summary>
internal sealed partial class MarkdownTable
{
    private readonly ParseLimits _limits;
    private long _cellBudget;

    /// <summary>A reader for the tables of one text.</summary>
    public MarkdownTable(ParseLimits limits) => (_limits, _cellBudget) = (limits, limits.MaxCells);

    /// <summary>The limit that cut a table; <see langword="null"/> where none did.</summary>
    public string? ReachedLimit { get; private set; }

    /// <summary>The cells of a line, parted by pipes that are not escaped, still with all signs.</summary>
    public static List<string> Split(string line)
    {
        var cells = new List<string>();
        line = line.Trim(' ', '\t');
        var start = line.StartsWith('|') ? 1 : 0;
        for (var i = start; i < line.Length; i++)
        {
            if (line[i] == '\\')
                i++;
            else if (line[i] == '|')
            {
                cells.Add(line[start..i].Trim(' ', '\t'));
                start = i + 1;
            }
        }

        if (start < line.Length)
            cells.Add(line[start..].Trim(' ', '\t'));
        return cells;
    }

    /// <summary>A table of pipes; as in GitHub's Markdown rows are cut and filled to the length of the first.</summary>
    /// <param name="markup">Its lines.</param>
    /// <param name="read">Reads a cell's text.</param>
    /// <param name="isExact">Whether nothing was cut, filled or left out.</param>
    public List<TableRow> Pipes(string markup, Func<string, string?> read, out bool isExact)
    {
        var rows = new List<TableRow>();
        isExact = true;
        foreach (var line in markup.Split('\n').Index().Where(l => l.Index != 1).Select(l => l.Item))
        {
            var cells = Split(line);
            var columns = rows.Count == 0 ? cells.Count : rows[0].Cells.Count;
            isExact &= cells.Count == columns;
            if (!Take(columns))
                break;
            var texts = Enumerable.Range(0, columns).Select(c => c < cells.Count ? read(cells[c]) : "").ToList();
            isExact &= !texts.Contains(null);
            rows.Add(new TableRow([.. texts.Select(text => new TableCell(text ?? ""))], IsHeader: rows.Count == 0));
        }

        return rows;
    }

    /// <summary>A table in HTML; tags that make no table are passed over.</summary>
    /// <param name="markup">Its lines.</param>
    /// <param name="isExact">Whether it holds nothing but rows and cells of text.</param>
    public List<TableRow> Html(string markup, out bool isExact)
    {
        var rows = new List<List<TableCell>>();
        (TableCell Cell, StringBuilder Text)? open = null;
        isExact = true;
        var at = 0;
        foreach (Match tag in Tag().Matches(markup))
        {
            isExact &= TakeText(markup[at..tag.Index], open?.Text, rows);
            at = tag.Index + tag.Length;
            var name = tag.Groups[1].Value;
            if (name is "br" or "BR")
                open?.Text.Append('\n');
            else if (name.TrimStart('/').ToLowerInvariant() is not ("table" or "thead" or "tbody" or "tr" or "td" or "th"))
                isExact = false;
            else
            {
                Close(rows, ref open);
                if (name is "tr" or "TR")
                    rows.Add([]);
                else if (name is "td" or "TD" or "th" or "TH")
                    open = (new TableCell("", Span(tag, "rowspan"), Span(tag, "colspan")), new StringBuilder());
            }
        }

        isExact &= TakeText(markup[at..], open?.Text, rows);
        Close(rows, ref open);
        return [.. rows.Select(cells => new TableRow(cells))];
    }

    // Text beside the cells is wrong, but nothing to lose.
    private static bool TakeText(string text, StringBuilder? cell, List<List<TableCell>> rows)
    {
        if (cell is null && string.IsNullOrWhiteSpace(text))
            return true;
        var shown = WebUtility.HtmlDecode(text.Replace('\n', ' '));
        if (cell is null)
            rows.Add([new TableCell(MarkdownInline.Lines(shown))]);
        cell?.Append(shown);
        return cell is not null && !text.Contains('\n', StringComparison.Ordinal);
    }

    private void Close(List<List<TableCell>> rows, ref (TableCell Cell, StringBuilder Text)? open)
    {
        if (open is not var (cell, text))
            return;
        open = null;
        if (rows.Count == 0)
            rows.Add([]);
        if (cell.ColumnSpan > _limits.MaxColumns)
            ReachedLimit ??= nameof(ParseLimits.MaxColumns);
        if (ReachedLimit is not null || !Take((long)cell.RowSpan * cell.ColumnSpan))
            cell = new TableCell("");
        rows[^1].Add(cell with { Text = MarkdownInline.Lines(text.ToString()) });
    }

    private bool Take(long cells)
    {
        if (cells > _cellBudget)
            ReachedLimit ??= nameof(ParseLimits.MaxCells);
        _cellBudget -= Math.Min(cells, _cellBudget);
        return ReachedLimit is null;
    }

    private static int Span(Match tag, string name)
    {
        foreach (Match attribute in SpanAttribute().Matches(tag.Groups[2].Value))
            if (attribute.Groups[1].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return Math.Max(1, int.Parse(attribute.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
        return 1;
    }

    [GeneratedRegex("<(/?(?>[a-zA-Z]+))([^<>]*)>")]
    private static partial Regex Tag();

    [GeneratedRegex("""\b(rowspan|colspan) *= *["']?([0-9]{1,9})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpanAttribute();
}
