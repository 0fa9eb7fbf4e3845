using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Reads tables: spans in both directions, rows and cells in content controls, tables in cells.</summary>
internal sealed class DocxTables(OfficeXml xml, DocxContent content, DocxBody body)
{
    private readonly Stack<CellFlow> _spare = [];
    private bool _widthReported;

    /// <summary>Reads the current table; <see langword="null"/> where it has no rows.</summary>
    internal Table? Read()
    {
        var grid = new TableDraft(content.Context.Limits.MaxColumns);
        ReadRows(grid);
        if (grid.IsCut && !_widthReported)
        {
            _widthReported = true;
            content.Context.Log.Reached(nameof(ParseLimits.MaxColumns), content.Context.Limits.MaxColumns, $"{xml.Part}: a table has more columns than");
        }

        return grid.ToTable();
    }

    private void ReadRows(TableDraft grid)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "tr")
                ReadRow(grid);
            else if (xml.Name == "tblPr")
                grid.Declared = ReadPart();
            else if (IsWrapper(xml.Name))
                ReadRows(grid);
        }
    }

    private DeclaredPart ReadPart()
    {
        var part = DeclaredPart.None;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
            if (xml.Name == "tblStyle")
                part = content.Styles.TablePart(xml.Val());
        return part;
    }

    private void ReadRow(TableDraft grid)
    {
        grid.BeginRow();
        var row = default(RowFormat);
        ReadCells(grid, ref row);
        if (row.After > 0 && !row.IsDeleted && Accept(row.After))
            grid.AddGap(row.After);
        grid.EndRow(row.IsHeader);
    }

    private void ReadCells(TableDraft grid, ref RowFormat row)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "trPr")
            {
                row = ReadRowFormat();
                if (row.Before > 0 && !row.IsDeleted && Accept(row.Before))
                    grid.AddGap(row.Before);
            }
            else if (row.IsDeleted)
            {
                continue;
            }
            else if (xml.Name == "tc")
            {
                ReadCell(grid);
            }
            else if (IsWrapper(xml.Name))
            {
                ReadCells(grid, ref row);
            }
        }
    }

    /// <summary>Rows and cells may stand in content controls and marks that mean nothing here.</summary>
    private static bool IsWrapper(string name) => name is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag";

    private RowFormat ReadRowFormat()
    {
        var row = default(RowFormat);
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "gridBefore":
                    row.Before = xml.Number() ?? 0;
                    break;
                case "gridAfter":
                    row.After = xml.Number() ?? 0;
                    break;
                case "tblHeader":
                    row.IsHeader = xml.Flag();
                    break;
                case "hidden":
                    row.IsDeleted |= xml.Flag();
                    break;
                case "del":
                    row.IsDeleted = true;
                    break;
            }
        }

        return row;
    }

    private void ReadCell(TableDraft grid)
    {
        var cell = new CellFormat { Span = 1 };
        var flow = _spare.TryPop(out var spare) ? spare : new CellFlow();
        flow.Clear();
        flow.IsDeclared = grid.Declared != DeclaredPart.None;
        ReadContent(flow, ref cell);
        if (!cell.IsDeleted && Accept(cell.Span))
        {
            if (flow.IsNoCell)
                grid.AddHole(cell.Span);
            else
                grid.AddCell(cell, flow.Text, flow.Nested);
        }

        _spare.Push(flow);
    }

    private bool Accept(int span)
    {
        if (content.Output.AcceptCells(Math.Min(span, content.Context.Limits.MaxColumns)))
            return true;
        xml.Stop();
        return false;
    }

    private void ReadContent(CellFlow flow, ref CellFormat cell)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.IsWord && xml.Name == "tcPr")
                cell = ReadCellFormat();
            else
                body.ReadBlock(flow);
        }

        body.EndBlocks(flow);
    }

    private CellFormat ReadCellFormat()
    {
        var cell = new CellFormat { Span = 1 };
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "gridSpan":
                    cell.Span = Math.Max(1, xml.Number() ?? 1);
                    break;
                case "vMerge":
                    cell.ContinuesAbove = xml.Val() is not "restart";
                    cell.BeginsBelow = !cell.ContinuesAbove;
                    break;
                case "hMerge":
                    cell.ContinuesLeft = xml.Val() is not "restart";
                    break;
                case "cellDel":
                    cell.IsDeleted = true;
                    break;
            }
        }

        return cell;
    }

    private struct RowFormat
    {
        internal int Before;
        internal int After;
        internal bool IsHeader;
        internal bool IsDeleted;
    }
}

/// <summary>What a cell says about its place.</summary>
internal struct CellFormat
{
    internal int Span;

    /// <summary>The cell is part of the one above it.</summary>
    internal bool ContinuesAbove;

    /// <summary>Cells below may be part of this one.</summary>
    internal bool BeginsBelow;

    /// <summary>The cell is part of the one on its left (an older way to merge).</summary>
    internal bool ContinuesLeft;

    internal bool IsDeleted;
}
