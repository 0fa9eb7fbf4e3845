using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>An invented report in which every field has a value of its own that is not the field's default.</summary>
internal static class FullReport
{
    public static PerformanceReport Create() => new()
    {
        Source = new()
        {
            Path = "报告/甲.pdf",
            Format = "pdf",
            Sha256 = new string('a', 64),
            Length = 5_000_000_000,
            Pages = 12,
            Encoding = "utf-8",
            Method = ReadingMethod.Ocr,
            Part = 2,
            Parts = 3,
            Metadata = [new("发布机构", "甲县财政局")],
        },
        Title = "甲县2023年村道养护项目\"支出\"绩效评价报告\n（公开）",
        Subject = ReportSubject.TransferPayment,
        Mode = EvaluationMode.FiscalEvaluation,
        Form = ReportForm.Mixed,
        FiscalYears = [2022, 2023],
        ProjectName = "村道养护",
        EvaluatedUnit = "甲县交通局",
        CompetentDepartment = "甲县人民政府",
        Commissioner = "甲县财政局",
        Evaluator = "乙会计师事务所",
        ReportDate = new(2024, 5),
        Score = new(89.5m, 100m),
        SelfScore = new(98m, 110m),
        Grade = new("良", GradeLevel.Good),
        DimensionScores = [new("决策", 20m, 18.25m), new("效益", null, null)],
        Funding = new()
        {
            InitialBudget = 1m,
            Budget = 2.01m,
            Received = 3m,
            Spent = 79228162514264337593543950335m,
            ExecutionRate = 0.925m,
            FullMark = 10m,
            Score = 9.3m,
            Lines = [new() { Name = "中央资金", InitialBudget = -1m, Budget = 5m, Received = 6m, Spent = 7m, ExecutionRate = 1.02m, FullMark = 8m, Score = 9m }],
        },
        Indicators =
        [
            new() { Level1 = "产出", Level2 = "数量", Level3 = "里程", Operator = "≥", Target = "100", Unit = "公里", Actual = "98", FullMark = 10m, Score = 9.8m, Deviation = "雨季" },
        ],
        Objectives = new() { Text = "总", Expected = "预期", Actual = "实际" },
        Citations = [new("预算法", null), new(null, "财预〔2020〕10号")],
        Achievements = [new("成效", "一")],
        Experiences = [new("做法", "二"), new(null, "二二")],
        Problems = [new("问题", "三")],
        Recommendations = [new("建议", "四")],
        Facts = [new("projectCode", "520123") { Number = 520123m }, new("contact", "张某\n李某")],
        Sections = [Section(), new() { Heading = null, Level = 0, Blocks = [new FigureContent()] }],
        Evidence =
        [
            new("/score/value", new()
            {
                Text = "89.5", Page = 3, Block = 17, Start = 5, Length = 4, Path = "word/document.xml#17", Row = 2, Column = 3, Line = 40, Offset = 1234, Box = new(1.5, 2.25, 30, 40),
                More = [Place], Rule = "score.conclusion", Confidence = 0.9, Parts = new(1, 0.95, 0.96, 0.99),
            }),
            new("/title", new() { Text = "甲", Length = 1, Confidence = 1 }),
        ],
        Diagnostics =
        [
            new("PE1005", DiagnosticSeverity.Info, "odd", "/title") { MessageZh = "奇怪", Sides = [new("/title", "甲", Place), new(null, "乙", null)], Tolerance = 0.01m },
            new("PE1023", DiagnosticSeverity.Error, "lost", null),
        ],
    };

    private static EvidencePlace Place => new()
    {
        Text = "丙",
        Page = 4,
        Block = 18,
        Start = 6,
        Length = 1,
        Path = "line 3",
        Row = 5,
        Column = 6,
        Line = 41,
        Offset = 1235,
        Box = new(1, 2, 3, 4),
    };

    private static Section Section() => new()
    {
        Number = "一、",
        Heading = "基本情况",
        Level = 1,
        Kinds = [SectionKind.Basics, SectionKind.Overview],
        Blocks =
        [
            new ParagraphContent("第一行\n第二行"),
            new TableContent { Caption = "表1", Rows = [[new("甲", 2, 3), new("乙")], []] },
        ],
        Children = [new() { Number = "（一）", Heading = "项目概况", Level = 2, Children = [new() { Number = "1.", Heading = "深", Level = 3 }] }],
    };
}
