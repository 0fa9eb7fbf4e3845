using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.OfficeParts;
using PerfEval.Parsing.Reading.Sheets;

namespace PerfEval.Parsing.Reading.Xlsx;

/// <summary>Reads one sheet: its texts and merged areas, without what is hidden.</summary>
internal sealed class XlsxSheet
{
    private readonly OfficeXml _xml;
    private readonly XlsxValues _values;
    private readonly ReadContext _context;
    private readonly SortedDictionary<int, List<SheetCell>> _rows = [];
    private readonly List<SheetArea> _merges = [];
    private readonly HiddenLines _hiddenRows = new(CellName.MaxRows), _hiddenColumns = new(CellName.MaxColumns);
    private readonly StringBuilder _text = new();
    private long _characters;
    private long _cells;
    private bool _isFull;

    private XlsxSheet(OfficeXml xml, XlsxValues values, ReadContext context) => (_xml, _values, _context) = (xml, values, context);

    /// <summary>The sheet's texts, none where its part cannot be read at all, and what ended the reading, where something did.</summary>
    internal static (SheetGrid Grid, DiagnosticCode? Fault) Read(OfficePackage package, string part, XlsxValues values, ReadContext context)
    {
        using var xml = package.OpenXml(part, isOptional: false);
        if (xml is null)
            return (new SheetGrid(part, [], []), DiagnosticCode.PartMissing);
        var grid = xml.ReadRoot() ? new XlsxSheet(xml, values, context).Read() : new SheetGrid(part, [], []);
        return (grid, xml.Fault);
    }

    private SheetGrid Read()
    {
        for (var depth = _xml.Enter(); _xml.NextChild(depth);)
        {
            if (_xml.Name == "cols")
                ReadColumns();
            else if (_xml.Name == "sheetData")
                ReadRows();
            else if (_xml.Name == "mergeCells")
                ReadMerges();
        }

        return Visible();
    }

    private void ReadColumns()
    {
        for (var depth = _xml.Enter(); _xml.NextChild(depth);)
            if (_xml.Name == "col" && _xml.Attribute("hidden") is "1" or "true" && _xml.Number("min") is { } min && _xml.Number("max") is { } max)
                _hiddenColumns.Add(min - 1, max - 1);
    }

    private void ReadRows()
    {
        var row = -1;
        for (var depth = _xml.Enter(); !_isFull && _xml.NextChild(depth);)
        {
            if (_xml.Name != "row")
                continue;
            row = _xml.Number("r") is { } number ? number - 1 : row + 1;
            if (row is < 0 or >= CellName.MaxRows)
                continue;
            if (_xml.Attribute("hidden") is "1" or "true")
                _hiddenRows.Add(row, row);
            ReadCells(row);
        }
    }

    private void ReadCells(int row)
    {
        var column = -1;
        for (var depth = _xml.Enter(); !_isFull && _xml.NextChild(depth);)
        {
            if (_xml.Name != "c")
                continue;
            var at = _xml.Attribute("r") is { } name ? CellName.Read(name) : (row, column + 1);
            column = at?.Column ?? column + 1;
            if (column >= CellName.MaxColumns || Text() is not { Length: > 0 } text)
                continue;
            if (!_rows.TryGetValue(row, out var cells))
                _rows.Add(row, cells = []);
            cells.Add(new SheetCell(column, text));
            Count(text);
        }
    }

    private string Text()
    {
        var (type, style) = (_xml.Attribute("t"), _xml.Number("s"));
        var (isComputed, text, value) = (false, "", "");
        for (var depth = _xml.Enter(); _xml.NextChild(depth);)
        {
            isComputed |= _xml.Name == "f";
            if (_xml.Name == "is")
                text = XlsxText.Read(_xml, _text);
            if (_xml.Name != "v")
                continue;
            XlsxText.Append(_xml, _text.Clear());
            value = _text.ToString().Trim();
        }

        return type switch
        {
            "inlineStr" => text,
            _ when value.Length == 0 => "",
            "s" => _values.Shared(value),
            "b" => value == "1" ? "TRUE" : "FALSE",
            // 2022-06-28T00:00:00Z; the time of day is only seldom meant.
            "d" => value.Split('T')[0],
            "str" or "e" => XlsxText.Normal(value),
            _ => XlsxText.Normal(_values.Number(value, style, isComputed)),
        };
    }

    private void Count(string text)
    {
        _characters += text.Length;
        _cells++;
        if (_characters > _context.Limits.MaxCharacters)
            Stop(nameof(ParseLimits.MaxCharacters), _context.Limits.MaxCharacters, "A sheet's text is longer than");
        else if (_cells > _context.Limits.MaxCells)
            Stop(nameof(ParseLimits.MaxCells), _context.Limits.MaxCells, "A sheet has more cells than");
    }

    private void ReadMerges()
    {
        for (var depth = _xml.Enter(); !_isFull && _xml.NextChild(depth);)
        {
            if (_merges.Count == _context.Limits.MaxCells)
                Stop(nameof(ParseLimits.MaxCells), _context.Limits.MaxCells, "A sheet has more merged cells than");
            else if (_xml.Name == "mergeCell" && _xml.Attribute("ref") is { } name && CellName.ReadArea(name) is { } area)
                _merges.Add(area);
        }
    }

    private void Stop(string limit, int value, string what)
    {
        _isFull = true;
        _context.Log.Reached(limit, value, what);
    }

    /// <summary>The sheet without its hidden rows and columns, as it is printed.</summary>
    private SheetGrid Visible()
    {
        var path = _xml.Part + "#";
        // A repeated place is damage; the first text stands.
        var rows = _rows.Select(r => new SheetRow(r.Key, [.. r.Value.DistinctBy(c => c.Column).OrderBy(c => c.Column)])).ToList();
        if (_hiddenRows.IsEmpty && _hiddenColumns.IsEmpty)
            return new SheetGrid(path, rows, _merges);
        var moved = new Dictionary<(int, int), (int, int)>();
        foreach (var area in _merges)
            moved.TryAdd((area.Row, area.Column), (_hiddenRows.FirstVisible(area.Row, area.EndRow), _hiddenColumns.FirstVisible(area.Column, area.EndColumn)));
        return Hide(path, rows, moved);
    }

    private SheetGrid Hide(string path, List<SheetRow> rows, Dictionary<(int Row, int Column), (int Row, int Column)> moved)
    {
        var left = new SortedDictionary<int, List<SheetCell>>();
        var hidden = 0;
        foreach (var row in _context.Watch.Over(rows))
            foreach (var cell in row.Cells)
            {
                // The text of a merged cell is seen where any of it is.
                var (r, c) = moved.GetValueOrDefault((row.Row, cell.Column), (row.Row, cell.Column));
                if (_hiddenRows.Contains(r) || _hiddenColumns.Contains(c))
                {
                    hidden++;
                    continue;
                }

                (r, c) = (_hiddenRows.Shift(r), _hiddenColumns.Shift(c));
                if (!left.TryGetValue(r, out var cells))
                    left.Add(r, cells = []);
                cells.Add(new SheetCell(c, cell.Text));
            }

        if (hidden > 0)
            _context.Log.Add(DiagnosticCode.HiddenContentLeftOut, $"{_xml.Part}: {hidden} cells of hidden rows or columns were left out.");
        var merges = _merges.Select(m => (Area: m, At: moved[(m.Row, m.Column)]))
            .Select(m => new SheetArea(
                _hiddenRows.Shift(m.At.Row), _hiddenColumns.Shift(m.At.Column), _hiddenRows.Visible(m.Area.Row, m.Area.EndRow), _hiddenColumns.Visible(m.Area.Column, m.Area.EndColumn)))
            .Where(m => m is { Rows: > 0, Columns: > 0 });
        return new SheetGrid(path, [.. left.Select(r => new SheetRow(r.Key, [.. r.Value.DistinctBy(c => c.Column).OrderBy(c => c.Column)]))], [.. merges]);
    }
}
