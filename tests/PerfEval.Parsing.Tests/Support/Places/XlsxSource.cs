using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Places;

/// <summary>A workbook, opened with the Open XML SDK.</summary>
internal sealed class XlsxSource : SourceFile
{
    private readonly SpreadsheetDocument _file;

    public XlsxSource(byte[] bytes) => _file = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    protected override void Close() => _file.Dispose();

    public override string? Fault(Place place)
    {
        if (place.Path?.Split('#') is not [var part, var first])
            return $"The path {place.Path} names no cell.";
        var sheet = _file.WorkbookPart!.WorksheetParts.Single(p => p.Uri.OriginalString == "/" + part);
        var (row, column) = Position(first);
        var cells = sheet.Worksheet.Descendants<Cell>().ToList();
        if (place.Row is null && place.Text.Split('\n', '\t') is { Length: > 1 } parts)
            return parts.FirstOrDefault(p => !cells.Exists(c => Shows(c, p))) is { } stray ? $"“{Shortened(stray)}” stands in no cell." : null;
        var name = Name(row + (place.Row ?? 1) - 1, column + (place.Column ?? 1) - 1);
        var cell = cells.SingleOrDefault(c => c.CellReference?.Value == name);
        return cell is not null && Shows(cell, place.Text) ? null : $"In {name} stands “{Shortened(cell is null ? "" : Stored(cell))}”.";
    }

    /// <summary>Whether a cell shows a text: its own, or its number in whatever format.</summary>
    private bool Shows(Cell cell, string text)
    {
        var stored = Stored(cell);
        if (Seen(stored).Contains(Seen(text), StringComparison.Ordinal))
            return true;
        var figure = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '.' or '-'));
        return decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.TryParse(figure, NumberStyles.Float, CultureInfo.InvariantCulture, out var shown)
            && (Math.Abs(number - shown) <= 0.005m || Math.Abs(number * 100 - shown) <= 0.005m);
    }

    private string Stored(Cell cell)
    {
        var value = cell.CellValue?.Text ?? cell.InlineString?.InnerText ?? "";
        if (cell.DataType?.Value != CellValues.SharedString)
            return value;
        var shared = _file.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().ElementAt(int.Parse(value, CultureInfo.InvariantCulture));
        return string.Concat(shared.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));
    }

    private static (int Row, int Column) Position(string name)
    {
        var letters = name.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, c) => sum * 26 + c - 'A' + 1);
        return (int.Parse(name.AsSpan(name.TakeWhile(char.IsAsciiLetter).Count()), CultureInfo.InvariantCulture), letters);
    }

    private static string Name(int row, int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }
}
