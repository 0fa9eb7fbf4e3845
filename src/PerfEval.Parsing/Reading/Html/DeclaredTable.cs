using System.Globalization;
using AngleSharp.Dom;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>Reads a table of a declared page: every row and cell as it stands, rows without cells included.</summary>
internal static class DeclaredTable
{
    /// <summary>Reads a table.</summary>
    /// <param name="table">The table's element.</param>
    /// <param name="mostColumns">How many columns a cell may span.</param>
    /// <param name="cellBudget">How many places the document's cells may still cover.</param>
    /// <returns>The caption's element, where there is one, and the rows; <see langword="null"/> where anything else stands in it.</returns>
    public static (IElement? Caption, List<TableRow> Rows)? Read(IElement table, int mostColumns, ref long cellBudget)
    {
        if (DeclaredText.Elements(table) is not { } parts)
            return null;
        IElement? caption = null;
        var elements = new List<IElement>();
        foreach (var part in parts)
            switch (part.LocalName)
            {
                case "caption" when caption is null:
                    caption = part;
                    break;
                case "thead" or "tbody" when DeclaredText.Elements(part) is { } rowElements:
                    elements.AddRange(rowElements);
                    break;
                default:
                    return null;
            }

        var rows = new List<TableRow>(elements.Count);
        foreach (var element in elements)
        {
            if (Row(element, elements.Count - rows.Count, mostColumns, ref cellBudget) is not { } row)
                return null;
            rows.Add(row);
        }

        return (caption, rows);
    }

    private static TableRow? Row(IElement element, int rowsBelow, int mostColumns, ref long cellBudget)
    {
        if (element.LocalName != "tr" || DeclaredText.Elements(element) is not { } cellElements)
            return null;
        var cells = new List<TableCell>(cellElements.Count);
        foreach (var cell in cellElements)
        {
            if (cell.LocalName is not ("td" or "th") || DeclaredText.Of(cell) is not { } text)
                return null;
            var (rowSpan, columnSpan) = (Span(cell, "rowspan"), Span(cell, "colspan"));
            cellBudget -= Math.Min(rowSpan, rowsBelow) * (long)columnSpan;
            if (cellBudget < 0 || columnSpan > mostColumns)
                return null;
            cells.Add(new TableCell(text, rowSpan, columnSpan));
        }

        return new TableRow(cells, element.ParentElement?.LocalName == "thead");
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Max(1, span) : 1;
}
