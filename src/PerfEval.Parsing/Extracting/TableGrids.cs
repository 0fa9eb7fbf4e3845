using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Extracting;

/// <summary>The grids of a document's tables, each laid out once for all who read it. It belongs to one parse.</summary>
internal sealed class TableGrids
{
    private readonly Dictionary<Table, TableCell?[][]> _grids = new(ReferenceEqualityComparer.Instance);

    /// <summary>The grid of a table; whoever asks leaves it as it is.</summary>
    public TableCell?[][] Of(Table table)
    {
        if (!_grids.TryGetValue(table, out var grid))
            _grids.Add(table, grid = table.ToGrid());
        return grid;
    }
}
