using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.OfficeParts;
using PerfEval.Parsing.Reading.Sheets;

namespace PerfEval.Parsing.Reading.Xlsx;

/// <summary>
/// Reads Office Open XML spreadsheets (.xlsx, .xlsm, .xltx), as Excel, WPS Office and others write them, in the transitional and the strict form.
/// The text is what is printed: hidden sheets, rows and columns, comments and formulas are left out, a formula gives the value stored with it.
/// Damaged packages are read as far as they go.
/// </summary>
public sealed class XlsxReader : IDocumentReader
{
    /// <inheritdoc/>
    public DocumentFormat Format => DocumentFormat.Xlsx;

    /// <inheritdoc/>
    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Cancellation.ThrowIfCancellationRequested();
        FileSize.Check(bytes.Length, context.Limits);

        var package = OfficePackage.Open(bytes, context);
        var workbook = XlsxWorkbook.Read(package, context);
        var values = new XlsxValues(
            XlsxSharedStrings.Read(package, workbook.PartOf("sharedStrings"), context), XlsxStyles.Read(package, workbook.PartOf("styles")), workbook.CountsFrom1904);
        var output = new SheetOutput(context);
        DiagnosticCode? fault = null;
        foreach (var sheet in workbook.Sheets)
        {
            context.Step();
            if (output.IsFull)
                break;
            var (grid, ended) = XlsxSheet.Read(package, sheet.Part, values, context);
            fault ??= ended;
            if (grid.Rows.Count == 0)
                continue;
            output.EndPage(grid.Path);
            SheetBlocks.Add(grid, output);
        }

        return output.Blocks.Count > 0 || fault is null ? new SourceDocument { Blocks = output.Blocks } : throw Unreadable(package, fault, context.Log);
    }

    private static UnreadableDocumentException Unreadable(OfficePackage package, DiagnosticCode fault, DiagnosticLog log)
    {
        if (fault == DiagnosticCode.LimitReached)
            return LimitPassed.Before("any text of the workbook", log);
        return package.IsSalvaged
            ? new UnreadableDocumentException(UnreadableReason.Truncated, "The file ends before any text. Fetch it again from its source.")
            : new UnreadableDocumentException(UnreadableReason.Corrupt, "The workbook is damaged before any text. Fetch the file again from its source.");
    }
}
