namespace PerfEval.Parsing.Reading.Sheets;

/// <summary>
/// A sheet's blocks: blank rows part it, and each part is a table with the lines above and below it. A row that holds one text over the whole
/// width, as titles and notes do, is a line.
/// </summary>
internal sealed class SheetBlocks
{
    private readonly SheetGrid _grid;
    private readonly SheetOutput _output;
    private readonly List<SheetRow> _rows;

    /// <summary>The merged areas that hold text, by their first cell.</summary>
    private readonly Dictionary<(int Row, int Column), SheetArea> _areas = [];

    private SheetBlocks(SheetGrid grid, SheetOutput output)
    {
        (_grid, _output) = (grid, output);
        var texts = grid.Rows.SelectMany(r => r.Cells.Select(c => (r.Row, c.Column))).ToHashSet();
        foreach (var area in grid.Merges)
            if (texts.Contains((area.Row, area.Column)))
                _areas.TryAdd((area.Row, area.Column), area);
        _rows = Seen();
    }

    /// <summary>Adds a sheet's blocks.</summary>
    internal static void Add(SheetGrid grid, SheetOutput output)
    {
        var blocks = new SheetBlocks(grid, output);
        var first = 0;
        var end = 0;
        for (var i = 0; i < blocks._rows.Count && !output.IsFull; i++)
        {
            output.Step();
            if (i > first && blocks._rows[i].Row > end)
            {
                blocks.AddPart(blocks._rows.GetRange(first, i - first));
                first = i;
            }

            end = Math.Max(end, blocks._rows[i].Cells.Max(c => blocks.Area(blocks._rows[i].Row, c.Column).EndRow));
        }

        if (first < blocks._rows.Count && !output.IsFull)
            blocks.AddPart(blocks._rows.GetRange(first, blocks._rows.Count - first));
    }

    private SheetArea Area(int row, int column) => _areas.TryGetValue((row, column), out var area) ? area : new SheetArea(row, column, 1, 1);

    /// <summary>The rows without the texts that merged cells cover, which nobody sees.</summary>
    private List<SheetRow> Seen()
    {
        if (_areas.Count == 0)
            return _grid.Rows;
        var seen = new List<SheetRow>(_grid.Rows.Count);
        var coveredUntil = new int[CellName.MaxColumns];
        foreach (var row in _grid.Rows)
        {
            _output.Step();
            var cells = new List<SheetCell>(row.Cells.Count);
            foreach (var cell in row.Cells)
            {
                if (coveredUntil[cell.Column] > row.Row)
                    continue;
                cells.Add(cell);
                var area = Area(row.Row, cell.Column);
                Array.Fill(coveredUntil, area.EndRow, area.Column, Math.Min(area.Columns, coveredUntil.Length - area.Column));
            }

            if (cells.Count > 0)
                seen.Add(row with { Cells = cells });
        }

        return seen;
    }

    private void AddPart(List<SheetRow> rows)
    {
        var left = rows.Min(r => r.Cells[0].Column);
        var right = rows.Max(r => r.Cells.Max(c => Area(r.Row, c.Column).EndColumn));
        var alone = Alone(rows);
        var (first, last) = (0, rows.Count - 1);
        while (first <= last && alone[first])
            first++;
        while (last > first && alone[last] && IsLine(rows[last], left, right))
            last--;
        for (var i = 0; i < first; i++)
            AddLine(rows[i]);
        if (first <= last)
            AddTable(rows.GetRange(first, last - first + 1));
        for (var i = Math.Max(first, last + 1); i < rows.Count; i++)
            AddLine(rows[i]);
    }

    /// <summary>Which rows hold one text, while none reaches into them from above or from them below.</summary>
    private bool[] Alone(List<SheetRow> rows)
    {
        var alone = new bool[rows.Count];
        var reach = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            alone[i] = row.Cells.Count == 1 && row.Row >= reach && Area(row.Row, row.Cells[0].Column).Rows == 1;
            reach = Math.Max(reach, row.Cells.Max(c => Area(row.Row, c.Column).EndRow));
        }

        return alone;
    }

    // Below a table, a text in a middle column is a cell whose neighbours are blank.
    private bool IsLine(SheetRow row, int left, int right)
    {
        var area = Area(row.Row, row.Cells[0].Column);
        return area.Column == left && (area.Columns == 1 || area.EndColumn >= right);
    }

    private void AddLine(SheetRow row)
    {
        if (!_output.IsFull)
            _output.AddParagraph(row.Cells[0].Text, PathOf(row, row.Cells[0].Column));
    }

    private void AddTable(List<SheetRow> texts)
    {
        var rows = WithBlankRows(texts);
        var left = texts.Min(r => r.Cells[0].Column);
        var right = texts.Max(r => r.Cells.Max(c => Area(r.Row, c.Column).EndColumn));
        if (right - left > _output.Limits.MaxColumns)
        {
            _output.AddTable(new SheetTable(rows, Area, left, left + _output.Limits.MaxColumns).Rows(), PathOf(rows[0], left));
            _output.Stop(nameof(ParseLimits.MaxColumns), _output.Limits.MaxColumns, "A sheet has more columns than");
            return;
        }

        _output.AddTable(new SheetTable(rows, Area, left, right).Rows(), PathOf(rows[0], left));
    }

    /// <summary>The rows with those between them that only a merged cell from above reaches.</summary>
    private List<SheetRow> WithBlankRows(List<SheetRow> texts)
    {
        var rows = new List<SheetRow>(texts.Count);
        foreach (var row in texts)
        {
            for (var blank = rows.Count == 0 ? row.Row : rows[^1].Row + 1; blank < row.Row && rows.Count < _output.Limits.MaxCells; blank++)
                rows.Add(new SheetRow(blank, []));
            rows.Add(row);
        }

        return rows;
    }

    private string PathOf(SheetRow row, int column) => $"{_grid.Path}{CellName.Of(row.Row, column)}";
}
