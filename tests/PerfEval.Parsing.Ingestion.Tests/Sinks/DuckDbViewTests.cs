using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Sql;
using PerfEval.Parsing.Ingestion.Tests.Tables;
using PerfEval.Parsing.Model;
using Xunit;
using static PerfEval.Parsing.Ingestion.Tests.Sinks.SinkBatches;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>Each view gives the figures that can be reckoned by hand for a small archive.</summary>
public sealed class DuckDbViewTests : IClassFixture<DuckDbViewTests.SmallArchive>
{
    private readonly SmallArchive _archive;

    public DuckDbViewTests(SmallArchive archive) => _archive = archive;

    [Theory]
    [InlineData("v_reports", "path, copies, fiscal_year, score_percent, execution_percent", "a.docx|2|2023|85|70", "b.pdf|1|2023|95|90", "c.docx|1|2022|58|", "d.docx|1|||")]
    [InlineData("v_overview", "fiscal_year, grade_level, reports, average_score_percent, budget, spent", "|| 1|||", "2022|poor|1|58||", "2023|excellent|1|95|1000|900", "2023|good|1|85|2000|1400")]
    [InlineData("v_score_distribution", "subject, mode, reports, scored, average_score_percent, median_score_percent, lowest, highest, from_90, from_80, from_60, below_60", "project|fiscalEvaluation|2|2|71.5|71.5|58|85|0|1|0|1", "project|selfEvaluation|1|1|95|95|95|95|1|0|0|0", "unknown|rectification|1|0|||||0|0|0|0")]
    [InlineData("v_departments", "competent_department, reports, average_score_percent, graded, excellent_percent, good_percent, poor_percent, budget, spent, execution_percent", "乙局|1|58|1|0|0|100||| ", "甲局|2|90|2|50|50|0|3000|2300|76.67")]
    [InlineData("v_low_execution", "path, budget, spent, unspent, execution_percent", "a.docx|2000|1400|600|70")]
    [InlineData("v_money_by_year", "fiscal_year, subject, reports, with_budget, budget, spent, execution_percent", "|unknown|1|0|||", "2022|project|1|0|||", "2023|project|2|2|3000|2300|76.67")]
    [InlineData("v_lost_points", "path, level1, level2, full_mark, score, lost, lost_percent, deviation", "a.docx|产出|质量|20|15|5|25|雨季")]
    [InlineData("v_indicator_losses", "level1, level2, indicators, with_losses, full_mark, score, lost, lost_percent", "产出|数量|2|0|20|20|0|0", "产出|质量|1|1|20|15|5|25")]
    [InlineData("v_dimensions", "name, reports, full_mark, score, reached_percent", "决策|2|40|35|87.5")]
    [InlineData("v_problem_topics", "topic, reports, problems", "制度|2|2", "监督|1|1", "预算编制|1|2")]
    [InlineData("v_citations", "cited, title, reports", "财预〔2020〕10号|项目支出绩效评价管理办法|2", "预算法|预算法|1")]
    [InlineData("v_contradictions", "path, findings, ids", "a.docx|3|PE4001 PE4010")]
    [InlineData("v_findings", "id, severity, title_zh, findings, reports", "PE1005|info|扩展名与内容不符|1|1", "PE4001|warning|指标得分合计与总得分不符|2|1", "PE4010|warning|等级与得分不符|1|1")]
    [InlineData("v_self_score_gap", "path, self_percent, score_percent, gap", "a.docx|98|85|13")]
    [InlineData("v_missing_parts", "path, no_title, no_grade, no_budget, no_indicators, no_problems, no_recommendations, missing", "a.docx|False|False|False|False|False|True|1", "b.pdf|False|False|False|False|False|True|1", "c.docx|True|False|True|True|False|True|6")]
    [InlineData("v_timeliness", "fiscal_year, years_later, reports", "2023|1|2")]
    [InlineData("v_unsure", "path, score_confidence", "a.docx|0.8")]
    [InlineData("v_archive_health", "state, reason, format, files, bytes", "complete||docx|5|5000", "failed|Encrypted||1|1000", "failed|Timeout||1|1000", "skipped|SystemFile||1|1000")]
    [InlineData("v_formats", "format, files, complete, partial, failed, skipped, bytes", "|3|0|0|2|1|3000", "docx|5|5|0|0|0|5000")]
    [InlineData("v_dead_letters", "path, reason, format", "e.docx|Encrypted|", "f.pdf|Timeout|")]
    [InlineData("v_duplicates", "copies, length, spare_bytes, paths", "2|1000|1000|a.docx / copy/a.docx")]
    [InlineData("v_likely_copies", "title, fiscal_year, documents, lowest_score, highest_score, paths", "甲项目绩效评价报告|2023|2|85|114|a.docx / b.pdf")]
    public void AViewGivesTheFiguresOfTheArchive(string view, string columns, params string[] expected) =>
        Assert.Equal(
            expected.Select(row => row.Replace(" ", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            _archive.Archive.Query($"select {columns} from {view}").Select(row => row.Replace(" | ", " / ", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryViewIsTested() =>
        Assert.Equal(
            ViewScript.Views.Select(v => v.Name).Order(),
            typeof(DuckDbViewTests).GetMethod(nameof(AViewGivesTheFiguresOfTheArchive))!.GetCustomAttributesData()
                .Where(a => a.AttributeType == typeof(InlineDataAttribute)).Select(a => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)[0].Value!).Order());

    [Fact]
    public void TheQueriesOfThePageGiveAnswers()
    {
        var queries = SqlPageTexts.EnglishHead.Split("```sql\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]).ToList();

        Assert.Equal(2, queries.Count);
        Assert.Contains("a.docx|85|", _archive.Archive.Query(queries[0]));
        Assert.Equal(["a.docx||概况"], _archive.Archive.Query(queries[1]));
    }

    [Fact]
    public async Task AnAbsurdAmountStopsNoView()
    {
        using var archive = new DuckDbArchive();
        const decimal Most = decimal.MaxValue / 8;
        var most = new PerformanceReport
        {
            Title = "甲",
            FiscalYears = [2023],
            CompetentDepartment = "甲局",
            Score = new(Most, 0.000001m),
            SelfScore = new(Most, 0.000001m),
            Funding = new() { Budget = 0.000001m, Spent = Most },
            Indicators = [new() { FullMark = Most, Score = -Most }],
            DimensionScores = [new("决策", 0, 0)],
        };
        await archive.WriteAsync(new IngestionBatch([File("a", content: "A"), File("b", content: "B")], [Document("A", most), Document("B", most with { Evidence = [] })]));

        Assert.All(ViewScript.Views, view => archive.Query($"select * from {view.Name}"));
    }

    public sealed class SmallArchive : IDisposable
    {
        public SmallArchive() => Archive.WriteAsync(new IngestionBatch(
            [
                File("a.docx", content: "A"), File("copy/a.docx", content: "A"), File("b.pdf", content: "B"), File("c.docx", content: "C"), File("d.docx", content: "D"),
                File("e.docx", FileState.Failed, null, IngestionReason.Encrypted), File("f.pdf", FileState.Failed, null, IngestionReason.Timeout),
                File(".DS_Store", FileState.Skipped, null, IngestionReason.SystemFile),
            ],
            [Document("A", Good), Document("B", Excellent), Document("C", Poor), Document("D", new PerformanceReport { Mode = EvaluationMode.Rectification })])).GetAwaiter().GetResult();

        internal DuckDbArchive Archive { get; } = new();

        private static PerformanceReport Good => new()
        {
            Title = "甲项目绩效评价报告",
            Subject = ReportSubject.Project,
            Mode = EvaluationMode.FiscalEvaluation,
            FiscalYears = [2022, 2023],
            CompetentDepartment = "甲局",
            EvaluatedUnit = "甲单位",
            ReportDate = new(2024, 5),
            Score = new(85, 100),
            SelfScore = new(98, 100),
            Grade = new("良", GradeLevel.Good),
            Funding = new() { Budget = 2000, Spent = 1400 },
            Indicators =
            [
                new() { Level1 = "产出", Level2 = "数量", FullMark = 10, Score = 10 },
                new() { Level1 = "产出", Level2 = "质量", FullMark = 20, Score = 15, Deviation = "雨季" },
            ],
            DimensionScores = [new("决策", 20, 15), new("效益", null, null)],
            Citations = [new(null, "财预〔2020〕10号"), new("项目支出绩效评价管理办法", "财预〔2020〕10号"), new("预算法", null)],
            Problems = [new("预算编制不细化", "测算依据不足"), new(null, "预算编制与制度脱节")],
            Sections = [new() { Heading = "概况", Level = 1, Blocks = [new ParagraphContent("未按政府采购程序实施。")] }],
            Evidence = [new EvidenceEntry("/score/value", new() { Text = "85", Confidence = 0.8 })],
            Diagnostics = [Finding("PE4001"), Finding("PE4001"), Finding("PE4010"), new("PE1005", DiagnosticSeverity.Info, "odd", null)],
        };

        private static PerformanceReport Excellent => Good with
        {
            Mode = EvaluationMode.SelfEvaluation,
            FiscalYears = [2023],
            Score = new(114, 120),
            SelfScore = null,
            Grade = new("优", GradeLevel.Excellent),
            Funding = new() { Budget = 1000, Spent = 900, ExecutionRate = 0.9m },
            Indicators = [new() { Level1 = "产出", Level2 = "数量", FullMark = 10, Score = 10 }, new() { Level1 = "产出", Level2 = "质量", FullMark = 10 }],
            DimensionScores = [new("决策", 20, 20)],
            Citations = [new("项目支出绩效评价管理办法", "财预〔2020〕10号")],
            Problems = [new(null, "缺少监督")],
            Sections = [],
            Evidence = [],
            Diagnostics = [],
        };

        private static PerformanceReport Poor => new()
        {
            Subject = ReportSubject.Project,
            Mode = EvaluationMode.FiscalEvaluation,
            FiscalYears = [2022],
            CompetentDepartment = "乙局",
            Score = new(58, 100),
            Grade = new("差", GradeLevel.Poor),
            Problems = [new("制度", "不健全")],
        };

        public void Dispose() => Archive.Dispose();

        private static ReportDiagnostic Finding(string id) => new(id, DiagnosticSeverity.Warning, "found", null);
    }
}
