using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>Writes tables.</summary>
internal static class TableWriter
{
    /// <summary>The least height of a row by the size of its type.</summary>
    private const int RowHeightPerHalfPoint = 19;

    /// <summary>Writes a table.</summary>
    /// <param name="xml">Where.</param>
    /// <param name="plan">The table laid out.</param>
    /// <param name="style">The style that says what it is.</param>
    public static void Write(WordXml xml, TablePlan plan, DeclaredStyle style)
    {
        xml.Start("tbl").Start("tblPr").Value("tblStyle", style.Id);
        xml.Start("tblW").With("w", plan.Width).With("type", "dxa").End();
        xml.Start("tblLayout").With("type", "fixed").End();
        xml.End().Start("tblGrid");
        foreach (var column in plan.Columns)
            xml.Start("gridCol").With("w", column).End();
        xml.End();
        for (var r = 0; r < plan.Grid.Rows.Count; r++)
            WriteRow(xml, plan, r);
        xml.End();
    }

    private static void WriteRow(WordXml xml, TablePlan plan, int row)
    {
        xml.Start("tr");
        var (isHead, isLong) = (plan.IsHead(row), plan.IsLong(row));
        xml.Start("trPr");
        if (!isLong)
            xml.Empty("cantSplit");
        xml.Start("trHeight").With("val", plan.HalfPoints * RowHeightPerHalfPoint).With("hRule", "atLeast").End();
        if (isHead)
            xml.Empty("tblHeader");
        xml.End();
        foreach (var place in plan.Grid.Rows[row])
            WriteCell(xml, plan, place, isHead);
        xml.End();
    }

    private static void WriteCell(WordXml xml, TablePlan plan, in GridPlace place, bool isHead)
    {
        xml.Start("tc").Start("tcPr");
        xml.Start("tcW").With("w", plan.WidthOf(place)).With("type", "dxa").End();
        if (place.Columns > 1)
            xml.Value("gridSpan", place.Columns);
        if (place.IsContinued)
            xml.Empty("vMerge");
        else if (place.Rows > 1)
            xml.Value("vMerge", "restart");
        xml.Value("vAlign", "center").End();
        var isCentred = isHead || plan.IsCentred(place);
        var style = place.Cell is null ? DeclaredStyle.NoCell : DeclaredStyle.CellText;
        var text = place.Cell is { } cell && !place.IsContinued ? cell.Text : "";
        foreach (var line in text.AsSpan().Split('\n'))
            WriteLine(xml, text.AsSpan(line), style, plan.HalfPoints, isCentred);
        xml.End();
    }

    private static void WriteLine(WordXml xml, ReadOnlySpan<char> line, DeclaredStyle style, int halfPoints, bool isCentred)
    {
        xml.Start("p").Start("pPr").Value("pStyle", style.Id);
        if (isCentred)
            xml.Value("jc", "center");
        xml.End();
        // The style's own size needs no saying.
        xml.Run(line, halfPoints == StyleSheet.CellHalfPoints ? null : halfPoints);
        xml.End();
    }
}
