namespace PerfEval.Parsing.Writing.Forms;

/// <summary>What a cell of a form is, which decides how it looks.</summary>
internal enum FormCellKind
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>A line below the title.</summary>
    Subtitle,

    /// <summary>A label or the head of a column.</summary>
    Label,

    /// <summary>A name or value in a few words.</summary>
    Value,

    /// <summary>Text of any length.</summary>
    Prose,

    /// <summary>A number.</summary>
    Figure,

    /// <summary>A rate, shown as a percentage.</summary>
    Rate,
}

/// <summary>A cell of a form.</summary>
/// <param name="Column">The column where it begins, 0-based.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it shows, numbers included; empty for a blank cell.</param>
internal sealed record FormCell(int Column, FormCellKind Kind, string Text)
{
    /// <summary>The number of a figure or rate; <see langword="null"/> where the cell is blank or holds text.</summary>
    public decimal? Number { get; init; }

    /// <summary>How many columns it covers.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>How many rows it covers.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Whether the cell, where nothing can be merged, is said again in each row that it covers: the group that rows belong to.</summary>
    public bool NamesGroup { get; init; }
}

/// <summary>A form: rows of cells, each in its first row, from left to right; what no cell covers is blank.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Widths">The width of each column in digits.</param>
/// <param name="HeadRow">The row that holds the heads of the indicators.</param>
internal sealed record FormSheet(IReadOnlyList<IReadOnlyList<FormCell>> Rows, IReadOnlyList<int> Widths, int HeadRow);
