using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Writing.Forms;

namespace PerfEval.Parsing.Writing.Xlsx;

/// <summary>How wide columns and how high rows must be: spreadsheets fit neither to merged cells by themselves.</summary>
internal static class FormMeasure
{
    /// <summary>The height of a line of the body's font in points.</summary>
    internal const double LineHeight = 13.5;

    private const double TitleHeight = 30;
    private const double Padding = 6;

    /// <summary>The greatest height that a row may have in Excel; longer text is there, but not all of it is seen.</summary>
    private const double Highest = 409;

    /// <summary>The columns' widths in digits: a number that does not fit would be shown as ####.</summary>
    internal static double[] Widths(FormSheet form)
    {
        var widths = form.Widths.Select(w => (double)w).ToArray();
        foreach (var cell in form.Rows.SelectMany(r => r))
            if (cell.Number is not null && cell.ColumnSpan == 1)
                widths[cell.Column] = Math.Max(widths[cell.Column], cell.Text.Length + 2);
        return widths;
    }

    /// <summary>The rows' heights in points.</summary>
    internal static double[] Heights(FormSheet form, double[] widths)
    {
        var heights = new double[form.Rows.Count];
        for (var i = 0; i < heights.Length; i++)
            heights[i] = form.Rows[i].Where(c => c.RowSpan == 1).Select(c => Height(c, widths)).Append(LineHeight + Padding).Max();
        // What a cell over several rows lacks is added to its last one.
        for (var i = 0; i < heights.Length; i++)
            foreach (var cell in form.Rows[i].Where(c => c.RowSpan > 1))
                heights[i + cell.RowSpan - 1] += Math.Max(0, Height(cell, widths) - heights.AsSpan(i, cell.RowSpan).ToArray().Sum());
        return [.. heights.Select(h => Math.Min(h, Highest))];
    }

    private static double Height(FormCell cell, double[] widths)
    {
        // About one digit is lost to the cell's margins.
        var width = widths.AsSpan(cell.Column, cell.ColumnSpan).ToArray().Sum() - 1.5;
        if (cell.Kind == FormCellKind.Title)
            return TitleHeight * Lines(cell.Text, width / 1.6);
        return Lines(cell.Text, width) * LineHeight + Padding;
    }

    private static double Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Sum(c => c > '\u00FF' || ChineseText.IsWide(c) ? 2.0 : 1.0) / width)));
}
