using CsCheck;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>A form that is written and read again says the same.</summary>
public sealed class FormRoundTripTests
{
    private const int Reports = 400;

    [Fact]
    public void AWorkbookSaysWhatTheReportSays() => FormReports.Any.Sample(r => Check(r, new XlsxReportWriter()), iter: Reports, seed: "0000KDMU3rA0");

    [Fact]
    public void CommaSeparatedTextSaysWhatTheReportSays() => FormReports.Any.Sample(r => Check(r, new CsvReportWriter()), iter: Reports, seed: "0000KDMU3rA0");

    [Fact]
    public void ADepartmentsFormNamesTheDepartment()
    {
        var report = new PerformanceReport
        {
            Title = "2021年度部门整体支出绩效自评表",
            Subject = ReportSubject.Department,
            FiscalYears = [2021],
            EvaluatedUnit = "桓河县水务局",
            Score = new Score(95.29m, 100m),
        };

        Check(report, new XlsxReportWriter());
        Check(report, new CsvReportWriter());
        Assert.Contains("部门（单位）名称,桓河县水务局", CsvReportWriter.Write(report), StringComparison.Ordinal);
    }

    private static void Check(PerformanceReport report, IReportWriter writer)
    {
        using var bytes = new MemoryStream();
        writer.Write(report, bytes);
        var result = ReportParser.Default.Parse(bytes.ToArray());
        var read = Assert.Single(result.Reports);

        Assert.Equal(ParseStatus.Complete, result.Status);
        Assert.Equal(writer.Format, read.Source.Format);
        Assert.Equal(report.Title, read.Title);
        Assert.Equal(report.FiscalYears, read.FiscalYears);
        Assert.Equal(report.ProjectName, read.ProjectName);
        Assert.Equal(report.CompetentDepartment, read.CompetentDepartment);
        Assert.Equal(report.EvaluatedUnit, read.EvaluatedUnit);
        Assert.Equal(report.Funding, read.Funding);
        Assert.Equal(report.Objectives?.Expected, read.Objectives?.Expected);
        Assert.Equal(report.Objectives?.Actual, read.Objectives?.Actual);
        Assert.Equal(report.Indicators, read.Indicators);
        Assert.Equal(report.Score, read.Score);
    }
}
