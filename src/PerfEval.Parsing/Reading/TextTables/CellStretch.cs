namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>A stretch of a cell's text that stands on a line without a break.</summary>
/// <param name="Cell">Which of the table's cells, counted row by row.</param>
/// <param name="At">Where the stretch begins in the cell's text.</param>
/// <param name="Line">The line's index in the list of lines.</param>
/// <param name="Column">Where it begins on the line.</param>
/// <param name="Length">How many characters it has.</param>
internal readonly record struct CellStretch(int Cell, int At, int Line, int Column, int Length);
