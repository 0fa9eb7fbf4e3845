using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing.Forms;
using PerfEval.Parsing.Writing.Packages;
using PerfEval.Parsing.Writing.Xlsx;

namespace PerfEval.Parsing.Writing;

/// <summary>
/// Writes the official form (项目支出绩效自评表, 财预〔2020〕10号 annex 1) as an Office Open XML workbook of one sheet, ready to print on A4. Numbers are
/// numbers where a spreadsheet holds them exactly (fifteen digits), else text; texts are never formulas.
/// </summary>
public sealed class XlsxReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public void Write(PerformanceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using var package = FormWorkbook.Build(FormComposer.Compose(report));
        StablePackage.Write(package, output);
    }
}
