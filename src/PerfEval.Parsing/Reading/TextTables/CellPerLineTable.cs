using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>
/// Finds evaluation forms that were exported one cell to a line. A row of known column heads starts one; what labels and blocks stand before
/// it belongs to it. Where blank cells survived as blank lines the rows are exact, otherwise they are laid by what the cells look like.
/// </summary>
internal sealed class CellPerLineTable
{
    /// <summary>How far before the first heads the form's labels are looked for, counted from the last word of the form.</summary>
    private const int LongestStretch = 45;

    /// <summary>How far before the first heads a form can begin at all.</summary>
    private const int LongestBeginning = 250;

    /// <summary>Alignment costs memory for each cell and column; no form is larger.</summary>
    private const int MostCells = 20_000;

    private readonly FormCells _cells;
    private readonly List<TableRow> _rows = [];
    private int _next;

    private CellPerLineTable(FormCells cells, int first)
    {
        _cells = cells;
        _next = first;
    }

    /// <summary>Forms with indicators: at least two levels of them stand in the heads.</summary>
    public static IEnumerable<TableRegion> FindIndicatorForms(List<TextLine> lines, FormCells cells) =>
        Find(lines, cells, static (_, _, heads) => heads.Count(head => head is FormColumn.Level1 or FormColumn.Level2 or FormColumn.Level3) >= 2);

    /// <summary>Forms of money only: their heads stand below a block's label.</summary>
    public static IEnumerable<TableRegion> FindFundingForms(List<TextLine> lines, FormCells cells) =>
        Find(lines, cells, static (cells, first, heads) => heads.Count(head => head == FormColumn.Money) >= 2 && first > 0 && cells.IsBlock(first - 1));

    private static IEnumerable<TableRegion> Find(List<TextLine> lines, FormCells cells, Func<FormCells, int, List<FormColumn>, bool> starts)
    {
        var taken = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells.Head(i) is null || cells.Heads(i) is not { Count: >= 3 } heads || !starts(cells, i, heads))
                continue;
            var first = FirstCell(cells, i, taken);
            var form = new CellPerLineTable(cells, first);
            form.ReadForm();
            if (form._rows.Count < 2 || form._next <= i)
            {
                // What failed from the first head fails from those after it.
                i += heads.Count - 1;
                continue;
            }

            yield return TableRegion.OfLines(cells, first, form._next, [.. form._rows]).Claim(lines);
            taken = form._next;
            i = taken - 1;
        }
    }

    /// <summary>Where the form begins: at the earliest of the labels that lead up to its heads.</summary>
    private static int FirstCell(FormCells cells, int heads, int taken)
    {
        var first = heads;
        for (var (i, last) = (heads - 1, heads); i >= Math.Max(taken, heads - LongestBeginning) && last - i <= LongestStretch && cells.IsCell(i); i--)
        {
            var begins = cells.IsLabel(i) || cells.BeginsBlock(i);
            if (begins)
                first = i;
            if (begins || cells.Head(i) is not null)
                last = i;
        }

        return first;
    }

    private void ReadForm()
    {
        while (_next < _cells.Count && _cells.IsCell(_next))
        {
            if (_cells.BeginsBlock(_next))
                ReadBlock(_cells[_next++]);
            else if (_cells.IsLabel(_next))
                ReadLabel();
            else if (_cells.Heads(_next).Count < 2 || !ReadBlock(null))
                return;
        }
    }

    /// <summary>A label and its value; more cells belong to it only where the form goes on right after them.</summary>
    private void ReadLabel()
    {
        var row = new List<TableCell> { new(_cells[_next++]) };
        var end = _next;
        while (end < _cells.Count && end - _next < 3 && _cells.IsCell(end) && !_cells.IsStructural(end))
            end++;
        var goesOn = end < _cells.Count && _cells.IsCell(end) && _cells.IsStructural(end);
        for (end = goesOn ? end : Math.Min(end, _next + 1); _next < end; _next++)
            row.Add(new TableCell(_cells[_next]));
        _rows.Add(new TableRow(row));
    }

    private bool ReadBlock(string? label)
    {
        var columns = _cells.Heads(_next).ToArray();
        var head = new List<string>(columns.Select((_, i) => _cells[_next + i]));
        var first = _next + columns.Length;
        var end = first;
        while (end < _cells.Count && end - first < MostCells && _cells.IsCell(end) && !_cells.IsStructural(end))
            end++;
        var content = Enumerable.Range(first, end - first).Select(i => _cells[i]).ToList();
        var rows = RowAlignment.Align(columns, content, out var used, out var cost);
        // Over the names of the funds stands no head, or one that reads as if it were over an amount.
        if (columns[0] is FormColumn.Money or FormColumn.Rate or FormColumn.Reason)
            foreach (var (named, names) in (ReadOnlySpan<(FormColumn[], List<string>)>)[([FormColumn.RowLabel, .. columns[1..]], head), ([FormColumn.RowLabel, .. columns], ["", .. head])])
                if (RowAlignment.Align(named, content, out var takes, out var costs) is var laid && costs < cost)
                    (columns, head, rows, used, cost) = (named, names, laid, takes, costs);
        if (BlankLineCells.Rows(_cells, first, end, columns, out var exactly) is { } exact && exactly * 10 >= used * 9)
            (rows, used) = (exact, exactly);
        AddRow(label, head);
        foreach (var row in rows)
            AddRow(label is null ? null : "", row);
        _next = first + used;
        return used > 0;
    }

    private void AddRow(string? label, IEnumerable<string> cells)
    {
        var row = cells.Select(cell => new TableCell(cell));
        _rows.Add(new TableRow([.. label is null ? row : row.Prepend(new TableCell(label))]));
    }
}
