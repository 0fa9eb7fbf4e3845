using DocumentFormat.OpenXml.Spreadsheet;
using PerfEval.Parsing.Writing.Forms;

namespace PerfEval.Parsing.Writing.Xlsx;

/// <summary>The styles of a form's cells, numbered in the order in which they are first asked for.</summary>
internal sealed class FormStyles
{
    /// <summary>The most digits behind the point that a style shows.</summary>
    internal const int MostDecimals = 6;

    private const string FontName = "宋体";
    private const uint FirstFormat = 164;

    private readonly List<(FormCellKind Kind, int Decimals)> _styles = [];
    private readonly List<string> _formats = [];

    /// <summary>The number of a style; 0 is the plain one.</summary>
    /// <param name="kind">What the cell is.</param>
    /// <param name="decimals">The digits behind the point of a number; −1 for text.</param>
    internal uint IndexOf(FormCellKind kind, int decimals)
    {
        var style = (kind, decimals);
        var index = _styles.IndexOf(style);
        if (index < 0)
        {
            index = _styles.Count;
            _styles.Add(style);
        }

        return (uint)index + 1;
    }

    internal Stylesheet ToStylesheet()
    {
        CellFormat[] styles = [new CellFormat(), .. _styles.Select(s => Format(s.Kind, s.Decimals))];
        return new Stylesheet(
        [
            .. _formats.Count == 0 ? [] : new[]
            {
                new NumberingFormats(_formats.Select((code, i) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = code })) { Count = (uint)_formats.Count },
            },
            new Fonts(Font(10), Font(16, bold: true)) { Count = 2 },
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                    new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder()))
            {
                Count = 2,
            },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(styles) { Count = (uint)styles.Length },
        ]);
    }

    private static Font Font(double size, bool bold = false) => bold
        ? new Font(new Bold(), new FontSize { Val = size }, new FontName { Val = FontName }, new FontCharSet { Val = 134 })
        : new Font(new FontSize { Val = size }, new FontName { Val = FontName }, new FontCharSet { Val = 134 });

    private CellFormat Format(FormCellKind kind, int decimals)
    {
        var isOutside = kind is FormCellKind.Title or FormCellKind.Subtitle;
        return new CellFormat(new Alignment
        {
            Horizontal = kind == FormCellKind.Prose ? HorizontalAlignmentValues.Left : HorizontalAlignmentValues.Center,
            Vertical = VerticalAlignmentValues.Center,
            WrapText = true,
        })
        {
            NumberFormatId = FormatId(kind, decimals),
            FontId = kind == FormCellKind.Title ? 1u : 0u,
            BorderId = isOutside ? 0u : 1u,
            ApplyNumberFormat = decimals >= 0,
            ApplyFont = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
    }

    // Every digit is shown, so that what is printed is what is stored.
    private uint FormatId(FormCellKind kind, int decimals)
    {
        if (decimals < 0)
            return 0;
        var code = (decimals == 0 ? "0" : "0." + new string('0', decimals)) + (kind == FormCellKind.Rate ? "%" : "");
        var index = _formats.IndexOf(code);
        if (index < 0)
        {
            index = _formats.Count;
            _formats.Add(code);
        }

        return FirstFormat + (uint)index;
    }
}
