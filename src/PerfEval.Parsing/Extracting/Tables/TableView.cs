using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting.Tables;

/// <summary>A table of the report as a grid in which every place knows its cell.</summary>
internal sealed class TableView
{
    private readonly TableCell?[][] _grid;
    private readonly CellWords _words;

    // Every reader goes through the rows: each row's cells are told apart once.
    private readonly (int Column, TableCell Cell)[]?[] _rows;

    /// <summary>A view of a table.</summary>
    public TableView(OutlineSection section, OutlineBlock block, CellWords words, TableCell?[][] grid) =>
        (Section, Block, _words, _grid, _rows) = (section, block, words, grid, new (int, TableCell)[]?[grid.Length]);

    /// <summary>The same table with rows and columns exchanged.</summary>
    public TableView Transposed() => new(Section, Block, _words, [.. Enumerable.Range(0, Columns).Select(c => Enumerable.Range(0, Rows).Select(r => _grid[r][c]).ToArray())]);

    /// <summary>The section in which the table stands.</summary>
    public OutlineSection Section { get; }

    /// <summary>The words by which the table is read.</summary>
    public ReportVocabulary Vocabulary => _words.Vocabulary;

    /// <summary>What the words say of a cell's text.</summary>
    public CellWord Words(string text) => _words.Of(text);

    /// <summary>The table's piece of content.</summary>
    public OutlineBlock Block { get; }

    /// <summary>The number of rows.</summary>
    public int Rows => _grid.Length;

    /// <summary>The number of columns.</summary>
    public int Columns => _grid.Length == 0 ? 0 : _grid[0].Length;

    /// <summary>The cell at a place; <see langword="null"/> where none stands.</summary>
    public TableCell? Cell(int row, int column) => row < _grid.Length && column >= 0 && column < _grid[row].Length ? _grid[row][column] : null;

    /// <summary>The text at a place; empty where no cell stands.</summary>
    public string Text(int row, int column) => Cell(row, column)?.Text ?? "";

    /// <summary>The text of a value cell; <see langword="null"/> where it says nothing.</summary>
    public string? Value(int row, int column)
    {
        var text = Text(row, column).Trim();
        return Vocabulary.Columns.IsBlank(text) ? null : text;
    }

    /// <summary>Whether a place shows a cell that began further left or further up.</summary>
    public bool IsCovered(int row, int column) =>
        Cell(row, column) is { } cell && ((column > 0 && ReferenceEquals(Cell(row, column - 1), cell)) || (row > 0 && ReferenceEquals(Cell(row - 1, column), cell)));

    /// <summary>The cells of a row, each merged cell once, with the column where it begins.</summary>
    public (int Column, TableCell Cell)[] RowCells(int row)
    {
        if (_rows[row] is { } known)
            return known;
        var cells = new List<(int, TableCell)>(_grid[row].Length);
        TableCell? last = null;
        for (var c = 0; c < _grid[row].Length; c++)
            if (_grid[row][c] is { } cell && !ReferenceEquals(cell, last))
            {
                last = cell;
                cells.Add((c, cell));
            }

        return _rows[row] = [.. cells];
    }

    /// <summary>Whether two rows say the same: a header row that is repeated on the next page.</summary>
    public bool SameRow(int a, int b)
    {
        for (var c = 0; c < Columns; c++)
            if (Text(a, c) != Text(b, c))
                return false;
        return true;
    }

    /// <summary>The place of a cell's text in the document.</summary>
    public SourceSpan Span(int row, int column) =>
        Cell(row, column) is { } cell ? new SourceSpan(Block.Block, cell.Start, cell.Text.Length) : new SourceSpan(Block.Block, 0, 0);

    /// <summary>The place of a stretch that was found in a cell's text without its white space.</summary>
    public SourceSpan SpanSqueezed(int row, int column, int start, int length) =>
        PlacedText.At(Text(row, column), Span(row, column)).SliceSqueezed(start, length).Places is [var span, ..] ? span : Span(row, column);
}
