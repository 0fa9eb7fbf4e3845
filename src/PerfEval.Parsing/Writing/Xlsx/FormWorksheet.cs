using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfEval.Parsing.Writing.Forms;

using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace PerfEval.Parsing.Writing.Xlsx;

/// <summary>The sheet of a form: cells, merged areas, widths and heights, and how it is printed.</summary>
internal sealed class FormWorksheet
{
    private const int ExactDigits = 15;
    private const uint A4 = 9;

    private readonly FormSheet _form;
    private readonly FormStyles _styles;
    private readonly List<string> _merges = [];

    /// <summary>The cell that covers each place of the current row, and for how many rows yet.</summary>
    private readonly (FormCell? Cell, int Left)[] _covers;

    private FormWorksheet(FormSheet form, FormStyles styles) => (_form, _styles, _covers) = (form, styles, new (FormCell?, int)[form.Widths.Count]);

    internal static Worksheet Build(FormSheet form, FormStyles styles) => new FormWorksheet(form, styles).Build();

    private Worksheet Build()
    {
        var widths = FormMeasure.Widths(_form);
        var heights = FormMeasure.Heights(_form, widths);
        var data = new SheetData(_form.Rows.Select((cells, i) => Row(i, cells, heights[i])));
        var last = Name(_form.Rows.Count - 1, _form.Widths.Count - 1);
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:{last}" },
            new SheetViews(new SheetView { ShowGridLines = false, WorkbookViewId = 0 }),
            new SheetFormatProperties { DefaultRowHeight = FormMeasure.LineHeight },
            new Columns(widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })),
            data,
            new MergeCells(_merges.Select(m => new MergeCell { Reference = m })) { Count = (uint)_merges.Count },
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            // 目标值 90 is text, and no mistake.
            new IgnoredErrors(new IgnoredError { SequenceOfReferences = new ListValue<StringValue> { InnerText = $"A1:{last}" }, NumberStoredAsText = true }));
    }

    private Row Row(int index, IReadOnlyList<FormCell> cells, double height)
    {
        foreach (var cell in cells)
        {
            Array.Fill(_covers, (cell, cell.RowSpan), cell.Column, cell.ColumnSpan);
            if (cell.ColumnSpan > 1 || cell.RowSpan > 1)
                _merges.Add($"{Name(index, cell.Column)}:{Name(index + cell.RowSpan - 1, cell.Column + cell.ColumnSpan - 1)}");
        }

        var row = new Row { RowIndex = (uint)index + 1, Height = height, CustomHeight = true };
        for (var column = 0; column < _covers.Length; column++)
        {
            var (cell, left) = _covers[column];
            row.Append(cell is null || left <= 0 ? new Cell { CellReference = Name(index, column), StyleIndex = _styles.IndexOf(FormCellKind.Value, -1) }
                : ToCell(cell, Name(index, column), cells.Contains(cell, ReferenceEqualityComparer.Instance) && cell.Column == column));
            _covers[column].Left--;
        }

        return row;
    }

    /// <summary>A cell at one of the places that it covers; only the first of them holds the value, all bear its borders.</summary>
    private Cell ToCell(FormCell cell, string name, bool isFirst)
    {
        var decimals = cell.Number is { } number ? Decimals(cell.Kind == FormCellKind.Rate ? number * 100m : number) : -1;
        var isNumber = decimals is >= 0 and <= FormStyles.MostDecimals && cell.Text.Count(char.IsAsciiDigit) <= ExactDigits;
        var result = new Cell { CellReference = name, StyleIndex = _styles.IndexOf(cell.Kind, isNumber ? decimals : -1) };
        if (!isFirst || cell.Text.Length == 0)
            return result;
        if (isNumber)
        {
            result.CellValue = new CellValue(FormFigures.Text(cell.Number!.Value));
            return result;
        }

        result.DataType = CellValues.InlineString;
        result.InlineString = new InlineString(new CellText(XmlSafe.Escape(cell.Text)) { Space = SpaceProcessingModeValues.Preserve });
        return result;
    }

    private static int Decimals(decimal value)
    {
        var text = FormFigures.Text(value);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.Length - point - 1;
    }

    // A form has far fewer columns than letters.
    private static string Name(int row, int column) => $"{(char)('A' + column)}{row + 1}";
}
