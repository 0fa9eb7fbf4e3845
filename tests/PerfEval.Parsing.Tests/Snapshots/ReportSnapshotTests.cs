using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Snapshots;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Snapshots;

public sealed class ReportSnapshotTests
{
    private static readonly SnapshotOptions Everything = new()
    {
        Evidence = SnapshotEvidence.Places,
        Diagnostics = SnapshotDiagnostics.Full,
        IncludeConfidence = true,
        IncludeFile = true,
    };

    [Fact]
    public void AReportWithEveryFieldHasItsApprovedSnapshot() => Approved.Verify(FullReport.Create().ToSnapshot(), "full");

    [Fact]
    public void EverythingThatCanBeShownHasItsApprovedSnapshot() => Approved.Verify(FullReport.Create().ToSnapshot(Everything), "full-everything");

    [Fact]
    public void AFilesResultHasItsApprovedSnapshot() =>
        Approved.Verify(ReportParser.Default.ParseFile(Repository.At("tests/PerfEval.Parsing.Tests/Corpus/yunling-three-forms.txt")).ToSnapshot(), "three-forms");

    [Fact]
    public void ByDefaultNeitherPlaceNorFileNorConfidenceShows()
    {
        var report = FullReport.Create();
        var elsewhere = report with
        {
            Source = report.Source with { Path = @"C:\archive\乙.pdf", Sha256 = new string('b', 64), Length = 1 },
            Evidence = [],
            Diagnostics = [.. report.Diagnostics.Select(d => d with { Message = "other words", MessageZh = null, Sides = [], Tolerance = 1 })],
        };

        Assert.Equal(report.ToSnapshot(), elsewhere.ToSnapshot());
        Assert.NotEqual(report.ToSnapshot(), (report with { Diagnostics = [.. report.Diagnostics.Skip(1)] }).ToSnapshot());
    }

    [Theory]
    [InlineData("/home/someone/报告/甲.pdf")]
    [InlineData(@"D:\someone\甲.pdf")]
    [InlineData("甲.pdf")]
    public void TheFilesNameIsShownWithoutItsDirectory(string path)
    {
        var report = new PerformanceReport { Source = new ReportSource { Path = path } };

        Assert.Contains("  path: 甲.pdf\n", report.ToSnapshot(new SnapshotOptions { IncludeFile = true }), StringComparison.Ordinal);
        Assert.DoesNotContain("甲.pdf", report.ToSnapshot(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsLeftOutIsNotThere()
    {
        var report = FullReport.Create();
        var headings = report.ToSnapshot(new SnapshotOptions { Sections = SnapshotSections.Headings });
        var few = report.ToSnapshot(new SnapshotOptions { Sections = SnapshotSections.None, Diagnostics = SnapshotDiagnostics.None });
        var words = report.ToSnapshot(new SnapshotOptions { Evidence = SnapshotEvidence.Words });

        Assert.Contains("heading: 基本情况", headings, StringComparison.Ordinal);
        Assert.DoesNotContain("第一行", headings, StringComparison.Ordinal);
        Assert.DoesNotContain("sections", few, StringComparison.Ordinal);
        Assert.DoesNotContain("diagnostics", few, StringComparison.Ordinal);
        Assert.Contains("  /score/value:\n    text: 89.5\n    rule: score.conclusion\n  /title:", words, StringComparison.Ordinal);
        Assert.DoesNotContain("confidence", words, StringComparison.Ordinal);
    }

    [Fact]
    public void ANumberIsShownAsItsValueNotAsItWasPrinted() => Assert.Equal(
        new PerformanceReport { Score = new Score(89.50m, 100.0m) }.ToSnapshot(),
        new PerformanceReport { Score = new Score(89.5m, 100m) }.ToSnapshot());

    [Fact]
    public void AValueThatVanishesLeavesADash()
    {
        var lines = Changed(new PerformanceReport { Title = "甲" }, new PerformanceReport());

        Assert.Equal(["title: 甲", "title: —"], lines);
    }

    [Fact]
    public void OneChangedSentenceIsOneChangedLine()
    {
        var lines = Changed(Item("项目已完工。水质达标。管护到位。"), Item("项目已完工。水质不达标。管护到位。"));

        Assert.Equal(["      水质达标。", "      水质不达标。"], lines);

        static PerformanceReport Item(string text) => new() { Problems = [new ReportItem("问题", text)] };
    }

    [Fact]
    public void AnAddedRowChangesNoOther()
    {
        var row = new Indicator { Level1 = "产出", Level3 = "里程", Target = "100", Score = 9 };
        var lines = Changed(new PerformanceReport { Indicators = [row] }, new PerformanceReport { Indicators = [row, row with { Level3 = "管护" }] });

        Assert.Single(lines);
    }

    [Fact]
    public void TheSameReportGivesTheSameCharactersWhateverCultureAndThread()
    {
        var report = ReportParser.Default.ParseFile(Repository.At("samples/reports/rural-water-2023.docx")).Report;
        var expected = report.ToSnapshot(Everything);
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign, culture.DateTimeFormat.DateSeparator) = (",", "−", "~");
        Parallel.For(0, 8, _ =>
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, report.ToSnapshot(Everything));
        });
    }

    [Theory]
    [InlineData(SnapshotFormat.Text)]
    [InlineData(SnapshotFormat.Json)]
    public void LinesEndWithALineFeedAndNothingTrails(SnapshotFormat format)
    {
        var snapshot = ReportParser.Default.ParseFile(Repository.At("samples/reports/rural-water-2023.docx")).ToSnapshot(Everything with { Format = format });

        Assert.EndsWith("\n", snapshot, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', snapshot);
        Assert.All(snapshot.Split('\n')[..^1], line => Assert.False(line.Length == 0 || char.IsWhiteSpace(line[^1]), $"“{line}”"));
    }

    [Fact]
    public void TheJsonIsThatOfTheReportWithoutWhatIsLeftOut()
    {
        var report = FullReport.Create();
        var json = report.ToSnapshot(new SnapshotOptions { Format = SnapshotFormat.Json, Diagnostics = SnapshotDiagnostics.None });

        Assert.Equal(
            report with { Source = report.Source with { Path = null, Sha256 = null, Length = null }, Evidence = [], Diagnostics = [] },
            JsonReportReader.Read(json));
        Assert.Contains("\"title\": \"甲县2023年村道养护项目\\\"支出\\\"绩效评价报告\\n（公开）\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void EverythingAsJsonIsTheReportItself()
    {
        var report = FullReport.Create();

        Assert.Equal(report with { Source = report.Source with { Path = "甲.pdf" } }, JsonReportReader.Read(report.ToSnapshot(Everything with { Format = SnapshotFormat.Json })));
    }

    [Fact]
    public void AResultShowsItsStatusAndWhatNoReportSays()
    {
        var result = new ParseResult(ParseStatus.Partial, [new PerformanceReport()], [new Diagnostic(DiagnosticCode.ReportMissing, "entry 2")]);

        Assert.StartsWith("status: partial\n", result.ToSnapshot(), StringComparison.Ordinal);
        Assert.Contains(DiagnosticCode.ReportMissing.Id, result.ToSnapshot(), StringComparison.Ordinal);
        Assert.Contains("\n--- report 1 of 1 ---\nschemaVersion: 1\n", result.ToSnapshot(), StringComparison.Ordinal);
        Assert.NotEqual(result.ToSnapshot(), (result with { Status = ParseStatus.Complete }).ToSnapshot());
    }

    [Fact]
    public void AFileOfWhichNothingCouldBeHadShowsWhy()
    {
        Assert.False(ReportParser.Default.TryParseFile("/nowhere/甲.docx", out var result));

        Assert.Equal("status: unreadable\nfailure: readError\ndiagnostics: —\n", result.ToSnapshot());
        Assert.Contains("\nname: 甲.docx\n", result.ToSnapshot(new SnapshotOptions { IncludeFile = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongCallIsSaidAtOnce()
    {
        Assert.Throws<ArgumentNullException>(() => ((PerformanceReport)null!).ToSnapshot());
        Assert.Throws<ArgumentNullException>(() => ((ParseResult)null!).ToSnapshot());
        Assert.Throws<ArgumentException>(() => new PerformanceReport().ToSnapshot(new SnapshotOptions { Sections = (SnapshotSections)7 }));
    }

    private static List<string> Changed(PerformanceReport before, PerformanceReport after)
    {
        var (old, now) = (before.ToSnapshot().Split('\n'), after.ToSnapshot().Split('\n'));
        return [.. old.Except(now), .. now.Except(old)];
    }
}
