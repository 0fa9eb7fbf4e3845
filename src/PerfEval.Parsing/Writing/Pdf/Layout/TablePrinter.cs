using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Writing.Pdf.Tags;

namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>Prints a table row by row. A row that does not fit goes on on the next page, cell by cell, whatever its length; the head is printed again there.</summary>
internal sealed class TablePrinter(PageFlow flow, TablePlan plan, StructureElement table)
{
    /// <summary>The height of a row in which no cell begins.</summary>
    private const double CoveredRow = 4;

    /// <summary>A row that needs less than this part of a page is not broken.</summary>
    private const double SmallRow = 0.3;

    /// <summary>Shorter texts stand in the middle of their cells, longer ones begin at the left; in units of the font size.</summary>
    private const double LongestCentred = 12;

    private const double Rounding = 0.01;

    private readonly List<OpenCell> _open = [];
    private readonly List<(double Top, double Bottom, OpenCell Cell)> _head = [];
    private bool _headIsWhole = true;
    private double _headTop;
    private double _headHeight;

    public void Print()
    {
        table.Page = flow.Number;
        (_headTop, var firstPage) = (flow.Y, flow.Number);
        for (var r = 0; r < plan.Cells.Count; r++)
        {
            PrintRow(r);
            if (r + 1 != plan.HeadRows)
                continue;
            _headHeight = _headTop - flow.Y;
            _headIsWhole = flow.Number == firstPage && _headHeight < FullRoom / 3;
        }
    }

    private double FullRoom => flow.UpperEdge - flow.LowerEdge;

    private void PrintRow(int r)
    {
        var row = plan.Table.Rows[r];
        var element = table.Add(new StructureElement(row.IsHeader ? StructureTypes.HeaderRow : "TR"));
        foreach (var cell in plan.Cells[r])
            _open.Add(new OpenCell(cell, Element(cell.Cell, row.IsHeader, element), flow.Y));
        if (Together(r) is var together && together > flow.Room && together < SmallRow * FullRoom && !IsAtTop)
            Turn(flow.Y, r);
        while (true)
        {
            var height = Need(r);
            if (height <= flow.Room + Rounding)
            {
                element.Page ??= flow.Number;
                flow.Advance(height);
                Close(r);
                return;
            }

            if (element.Page is null && !IsAtTop && (height < SmallRow * FullRoom || flow.Room < plan.Height(2)))
            {
                Turn(flow.Y, r);
                continue;
            }

            element.Page ??= flow.Number;
            Turn(flow.LowerEdge, int.MaxValue);
        }
    }

    private bool IsAtTop => flow.Y >= flow.UpperEdge - (_headIsWhole && plan.HeadRows > 0 ? _headHeight : 0) - Rounding;

    private static StructureElement Element(TableCell cell, bool isHeader, StructureElement row) =>
        row.Add(new StructureElement(isHeader ? "TH" : "TD") { Entries = StructureElement.CellAttributes(cell.RowSpan, cell.ColumnSpan, isHeader) });

    /// <summary>How high the rest of a row must be: the cells that end in it must have room for the rest of their lines.</summary>
    private double Need(int row)
    {
        var need = _open.Exists(o => o.Cell.Row == row && o.Next == 0) ? plan.Height(1) : CoveredRow;
        foreach (var open in _open.Where(o => o.Cell.LastRow == row))
            need = Math.Max(need, plan.Height(open.Cell.Lines.Count - open.Next) - (open.Top - flow.Y));
        return need;
    }

    /// <summary>The height of the rows beside the text of the cells that begin in a row: no page ends amid a label that stands beside several rows.</summary>
    private double Together(int row)
    {
        var most = 0.0;
        foreach (var cell in plan.Cells[row].Where(c => c.LastRow > row))
        {
            var (height, wanted) = (0.0, plan.Height(cell.Lines.Count));
            for (var r = row; r <= cell.LastRow && height < wanted; r++)
                height += plan.Cells[r].Where(c => c.LastRow == r).Select(c => plan.Height(c.Lines.Count)).DefaultIfEmpty(CoveredRow).Max();
            most = Math.Max(most, Math.Max(height, wanted));
        }

        return most;
    }

    private void Close(int row)
    {
        foreach (var open in _open.Where(o => o.Cell.LastRow == row))
            PrintPiece(open, flow.Y);
        _open.RemoveAll(o => o.Cell.LastRow == row);
    }

    /// <summary>Ends the page: cells that began print what has room above, those of the row that moves wholly nothing.</summary>
    private void Turn(double bottom, int movedRow)
    {
        foreach (var open in _open.Where(o => o.Cell.Row != movedRow))
            PrintPiece(open, bottom);
        flow.Turn(flow.Page.IsLandscape);
        PrintHead();
        foreach (var open in _open)
            open.Top = flow.Y;
    }

    private void PrintPiece(OpenCell open, double bottom)
    {
        var cell = open.Cell;
        var capacity = Math.Max(0, (int)((open.Top - bottom - 2 * plan.Padding + Rounding) / plan.Leading));
        var last = Math.Min(cell.Lines.Count, open.Next + capacity);
        flow.Page.BeginArtifact("");
        flow.Page.Frame(flow.LeftEdge + plan.Edges[cell.Column], bottom, flow.LeftEdge + plan.Edges[cell.EndColumn], open.Top);
        flow.Page.End();
        PrintLines(open, open.Next, last, open.Top, bottom, isArtifact: false);
        if (cell.LastRow < plan.HeadRows)
            _head.Add((_headTop - open.Top, _headTop - bottom, open));
        open.Next = last;
    }

    private void PrintHead()
    {
        if (plan.HeadRows == 0 || _headHeight == 0 || !_headIsWhole)
            return;
        flow.Page.BeginArtifact("Pagination");
        foreach (var (top, bottom, open) in _head)
        {
            flow.Page.Frame(flow.LeftEdge + plan.Edges[open.Cell.Column], flow.Y - bottom, flow.LeftEdge + plan.Edges[open.Cell.EndColumn], flow.Y - top);
            PrintLines(open, 0, open.Cell.Lines.Count, flow.Y - top, flow.Y - bottom, isArtifact: true);
        }

        flow.Page.End();
        flow.Advance(_headHeight);
    }

    private void PrintLines(OpenCell open, int first, int last, double top, double bottom, bool isArtifact)
    {
        var cell = open.Cell;
        // A text that is whole stands in the middle of its cell, a piece of one at the top.
        var free = first == 0 && last == cell.Lines.Count ? Math.Max(0, top - bottom - plan.Height(last)) / 2 : 0;
        StructureElement? owner = null;
        for (var i = first; i < last; i++)
        {
            var (soft, start, end) = cell.Lines[i];
            var line = cell.Text[soft].AsSpan(start..end);
            if (line.Length == 0)
                continue;
            if (!isArtifact && owner != open.Owner(soft))
            {
                if (owner is not null)
                    flow.Page.End();
                owner = open.Owner(soft);
                owner.AddContent(flow.Number, flow.Page.BeginContent(StructureTypes.StandardOf(owner.Type)));
            }

            var y = top - free - plan.Padding - (i - first) * plan.Leading - (plan.Leading - plan.Size) / 2 - ParagraphPrinter.Ascent * plan.Size;
            flow.Page.Show(line, X(cell, line), y, plan.Size, 0, cell.LastRow < plan.HeadRows ? 0.25 : 0);
        }

        if (owner is not null)
            flow.Page.End();
    }

    private double X(PlannedCell cell, ReadOnlySpan<ShapedCharacter> line)
    {
        var left = flow.LeftEdge + plan.Edges[cell.Column];
        if (cell.LastRow >= plan.HeadRows && (cell.Text.Count > 1 || cell.Natural > LongestCentred))
            return left + plan.Padding;
        var width = ShapedText.Width(line.Length > 0 && line[^1].IsSpace ? line[..^1] : line) * plan.Size;
        return left + Math.Max(plan.Padding, (plan.Edges[cell.EndColumn] - plan.Edges[cell.Column] - width) / 2);
    }

    /// <summary>A cell that has begun and not ended.</summary>
    private sealed class OpenCell
    {
        private readonly StructureElement[] _owners;

        public OpenCell(PlannedCell cell, StructureElement element, double top)
        {
            (Cell, Top) = (cell, top);
            _owners = cell.Text.Count == 1 ? [element] : [.. cell.Text.Select(_ => element.Add(new StructureElement(StructureTypes.SoftLine)))];
        }

        public PlannedCell Cell { get; }

        /// <summary>The cell's upper edge on this page.</summary>
        public double Top { get; set; }

        /// <summary>The first line that is not printed yet.</summary>
        public int Next { get; set; }

        public StructureElement Owner(int softLine) => _owners[softLine];
    }
}
