using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Places;

/// <summary>A web page, parsed anew.</summary>
internal sealed class HtmlSource : SourceFile
{
    private readonly IDocument _page;

    public HtmlSource(byte[] bytes, string? encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _page = new HtmlParser().ParseDocument(Encoding.GetEncoding(encoding ?? "utf-8").GetString(bytes));
    }

    protected override void Close() => _page.Dispose();

    public override string? Fault(Place place)
    {
        if (place.Path?.TrimEnd(']').Split('[') is not [var name, var number])
            return $"The path {place.Path} names no element.";
        var elements = _page.All.Where(e => e.LocalName == name).ToList();
        var index = int.Parse(number, CultureInfo.InvariantCulture) - 1;
        if (index < 0 || index >= elements.Count)
            return $"The page has no element {place.Path}.";
        var text = place.Row is { } row ? CellText(elements[index], row, place.Column!.Value) : elements[index].TextContent;
        if (text is null)
            return $"The table has no cell in row {place.Row}, column {place.Column}.";
        // Of several cells the table's text has each in its place; numbers of list items are not stored.
        var stored = Seen(text);
        return stored.Contains(Seen(place.Text), StringComparison.Ordinal) || place.Text.Split('\n', '\t').All(line => stored.Contains(Seen(line), StringComparison.Ordinal))
            ? null : $"There stands “{Shortened(text.Trim())}”.";
    }

    private static string? CellText(IElement table, int row, int column)
    {
        var grid = new Dictionary<(int, int), IElement>();
        var rows = table.QuerySelectorAll("tr").Where(r => r.Closest("table") == table).ToList();
        // Rows without a cell count only where cells of other rows may reach into them.
        if (!rows.SelectMany(r => r.Children).Any(c => Span(c, "rowspan") != 1))
            rows.RemoveAll(r => r.ChildElementCount == 0);
        for (var y = 0; y < rows.Count; y++)
        {
            var x = 0;
            foreach (var cell in rows[y].Children.Where(c => c.LocalName is "td" or "th"))
            {
                while (grid.ContainsKey((y, x)))
                    x++;
                if (y == row - 1 && x == column - 1)
                    return cell.TextContent;
                for (var down = 0; down < Math.Min(rows.Count - y, Span(cell, "rowspan") is var span and > 0 ? span : int.MaxValue); down++)
                    for (var right = 0; right < Math.Max(1, Span(cell, "colspan")); right++)
                        grid.TryAdd((y + down, x + right), cell);
                x += Math.Max(1, Span(cell, "colspan"));
            }
        }

        return null;
    }

    private static int Span(IElement cell, string name) => int.TryParse(cell.GetAttribute(name)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1;
}
