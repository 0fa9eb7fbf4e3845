namespace PerfEval.Parsing.Reading.Sheets;

/// <summary>A cell of a sheet that holds text.</summary>
/// <param name="Column">The column, 0-based.</param>
/// <param name="Text">The text in normal form, never empty.</param>
internal readonly record struct SheetCell(int Column, string Text);

/// <summary>A row of a sheet that holds text.</summary>
/// <param name="Row">The row, 0-based.</param>
/// <param name="Cells">The cells with text, by column.</param>
internal sealed record SheetRow(int Row, List<SheetCell> Cells);

/// <summary>A rectangle of merged cells, whose text is that of its first.</summary>
/// <param name="Row">The first row, 0-based.</param>
/// <param name="Column">The first column, 0-based.</param>
/// <param name="Rows">How many rows, at least 1.</param>
/// <param name="Columns">How many columns, at least 1.</param>
internal readonly record struct SheetArea(int Row, int Column, int Rows, int Columns)
{
    internal int EndRow => Row + Rows;

    internal int EndColumn => Column + Columns;
}

/// <summary>A sheet as it is seen: texts at their places, merged areas. Rows without text are left out.</summary>
/// <param name="Path">What places in the sheet are named by.</param>
/// <param name="Rows">The rows in order.</param>
/// <param name="Merges">The merged areas.</param>
internal sealed record SheetGrid(string Path, List<SheetRow> Rows, List<SheetArea> Merges);
