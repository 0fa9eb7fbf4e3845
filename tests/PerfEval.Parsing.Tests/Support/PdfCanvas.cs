using System.Text;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>One page of a <see cref="PdfFixture"/>: writes its content stream.</summary>
internal sealed class PdfCanvas(PdfFixture fixture)
{
    private readonly StringBuilder _content = new();

    internal string MediaBox { get; set; } = "0 0 595 842";

    /// <summary>Entries of the page's dictionary besides the usual ones.</summary>
    internal string Entries { get; set; } = "";

    /// <summary>Resources besides the fonts.</summary>
    internal string Resources { get; set; } = "";

    /// <summary>What the page names as its content in place of what was drawn.</summary>
    internal string? Contents { get; set; }

    internal string Content => _content.ToString();

    internal PdfFixture Fixture => fixture;

    /// <summary>Operators as they stand.</summary>
    internal PdfCanvas Raw(string operators)
    {
        _content.Append(operators).Append('\n');
        return this;
    }

    /// <summary>Text whose baseline begins at a point.</summary>
    internal PdfCanvas Text(double x, double y, double size, string text, string font = "F1") => Show(x, y, size, fixture.Codes(text), font);

    internal PdfCanvas Bold(double x, double y, double size, string text) => Text(x, y, size, text, "F2");

    /// <summary>Codes of any font, in hexadecimal.</summary>
    internal PdfCanvas Show(double x, double y, double size, string codes, string font) =>
        Raw(FormattableString.Invariant($"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET"));

    /// <summary>Text in the middle of a page.</summary>
    internal PdfCanvas Centred(double y, double size, string text, string font = "F1", double width = 595) =>
        Text((width - Width(text, size)) / 2, y, size, text, font);

    /// <summary>Lines one below the other.</summary>
    internal PdfCanvas Lines(double x, double y, double size, double pitch, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
            Text(x, y - i * pitch, size, lines[i]);
        return this;
    }

    internal PdfCanvas Line(double x0, double y0, double x1, double y1) => Raw(FormattableString.Invariant($"{x0} {y0} m {x1} {y1} l S"));

    /// <summary>A filled rectangle.</summary>
    internal PdfCanvas Bar(double x, double y, double width, double height) => Raw(FormattableString.Invariant($"{x} {y} {width} {height} re f"));

    /// <summary>
    /// A ruled table: <c>&lt;</c> goes on with the cell to the left, <c>^</c> with the cell above; cells of several lines have <c>\n</c> between them.
    /// </summary>
    /// <param name="columns">The columns' edges from left to right.</param>
    /// <param name="top">The upper edge.</param>
    /// <param name="height">The height of each row.</param>
    /// <param name="rows">The rows, their cells parted by <c>|</c>.</param>
    /// <param name="withBars">Whether lines are thin filled rectangles, as browsers draw them.</param>
    internal PdfCanvas Table(double[] columns, double top, double height, string[] rows, bool withBars = false)
    {
        var cells = rows.Select(r => r.Split('|')).ToArray();
        for (var r = 0; r <= rows.Length; r++)
            for (var c = 0; c < columns.Length - 1; c++)
                if (r == 0 || r == rows.Length || !GoesOnAbove(cells, r, c))
                    Rule(columns[c], top - r * height, columns[c + 1], top - r * height, withBars);
        for (var c = 0; c < columns.Length; c++)
            for (var r = 0; r < rows.Length; r++)
                if (c == 0 || c == columns.Length - 1 || cells[r][c] != "<")
                    Rule(columns[c], top - r * height, columns[c], top - (r + 1) * height, withBars);
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < columns.Length - 1; c++)
                if (cells[r][c] is not ("<" or "^" or "") and var text)
                    Lines(columns[c] + 4, top - r * height - 12, 10, 12, text.Split('\n'));
        return this;
    }

    /// <summary>The width of a text in the standard fonts.</summary>
    internal static double Width(string text, double size) => text.Sum(c => char.IsAscii(c) ? 0.5 : 1) * size;

    // A place to the right of a merged cell goes on above where the cell's own place does.
    private static bool GoesOnAbove(string[][] cells, int row, int column)
    {
        while (cells[row][column] == "<")
            column--;
        return cells[row][column] == "^";
    }

    private void Rule(double x0, double y0, double x1, double y1, bool asBar)
    {
        if (asBar)
            Bar(x0 - 0.25, y1 - 0.25, x1 - x0 + 0.5, y0 - y1 + 0.5);
        else
            Line(x0, y0, x1, y1);
    }
}
