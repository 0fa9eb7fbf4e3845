using System.Globalization;
using System.Text.Json.Serialization;

namespace PerfEval.Parsing.Model;

/// <summary>
/// One performance-evaluation report (绩效评价报告, 绩效自评报告, 绩效自评表) as typed values. <see langword="null"/> and empty lists mean that the
/// report does not say. Money is in yuan, rates are fractions of one, scores are points; all as printed, never recomputed.
/// </summary>
public sealed record PerformanceReport
{
    /// <summary>The version of the model's meaning; <c>1</c>. docs/schema.md says what a version promises.</summary>
    public string SchemaVersion { get; init; } = "1";

    /// <summary>The file that the report was read from.</summary>
    public ReportSource Source { get; init; } = new();

    /// <summary>The report's title (标题) as printed, its lines joined; <see langword="null"/> where the document has none.</summary>
    public string? Title { get; init; }

    /// <summary>What is evaluated (评价对象).</summary>
    public ReportSubject Subject { get; init; }

    /// <summary>Who evaluates (评价主体).</summary>
    public EvaluationMode Mode { get; init; }

    /// <summary>Whether it is prose, a form (自评表) or both.</summary>
    public ReportForm Form { get; init; }

    /// <summary>The budget years that are evaluated (评价年度), ascending.</summary>
    public IReadOnlyList<int> FiscalYears { get; init => field = ValueList.From(value); } = ValueList.Create<int>([]);

    /// <summary>The project's name (项目名称) without year, unit and the words for the report; <see langword="null"/> for a department's report.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The unit that is evaluated (项目单位, 实施单位, 被评价单位); for a department's report the department; <see langword="null"/> where it is not named.</summary>
    public string? EvaluatedUnit { get; init; }

    /// <summary>The competent department (主管部门); <see langword="null"/> where it is not named.</summary>
    public string? CompetentDepartment { get; init; }

    /// <summary>Who commissioned the evaluation (委托单位); <see langword="null"/> where it is not named.</summary>
    public string? Commissioner { get; init; }

    /// <summary>The institution that evaluates (评价机构, 第三方机构); <see langword="null"/> where it is not named.</summary>
    public string? Evaluator { get; init; }

    /// <summary>The report's date (报告日期, 落款日期), as precise as it is printed; <see langword="null"/> where it is not dated.</summary>
    public PartialDate? ReportDate { get; init; }

    /// <summary>The final overall score (得分): the evaluator's where there is one, else the unit's own; <see langword="null"/> where no overall score is stated.</summary>
    public Score? Score { get; init; }

    /// <summary>The unit's own score (自评得分) where the report gives it beside the final one; otherwise <see langword="null"/>.</summary>
    public Score? SelfScore { get; init; }

    /// <summary>The grade (评价等级) as stated; it is never derived from the score; <see langword="null"/> where none is stated.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The totals of the first-level indicators (一级指标得分), in order.</summary>
    public IReadOnlyList<DimensionScore> DimensionScores { get; init => field = ValueList.From(value); } = ValueList.Create<DimensionScore>([]);

    /// <summary>The money (项目资金); <see langword="null"/> where no amount is stated.</summary>
    public Funding? Funding { get; init; }

    /// <summary>The rows of the indicator table (绩效指标), in order.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init => field = ValueList.From(value); } = ValueList.Create<Indicator>([]);

    /// <summary>The performance objectives (绩效目标); <see langword="null"/> where none are stated.</summary>
    public Objectives? Objectives { get; init; }

    /// <summary>The policy documents cited (评价依据), in order of first mention, once each.</summary>
    public IReadOnlyList<Citation> Citations { get; init => field = ValueList.From(value); } = ValueList.Create<Citation>([]);

    /// <summary>What was achieved (主要绩效).</summary>
    public IReadOnlyList<ReportItem> Achievements { get; init => field = ValueList.From(value); } = ValueList.Create<ReportItem>([]);

    /// <summary>What proved useful (主要经验及做法).</summary>
    public IReadOnlyList<ReportItem> Experiences { get; init => field = ValueList.From(value); } = ValueList.Create<ReportItem>([]);

    /// <summary>What is wrong, with causes (存在的问题及原因分析).</summary>
    public IReadOnlyList<ReportItem> Problems { get; init => field = ValueList.From(value); } = ValueList.Create<ReportItem>([]);

    /// <summary>What is recommended (有关建议).</summary>
    public IReadOnlyList<ReportItem> Recommendations { get; init => field = ValueList.From(value); } = ValueList.Create<ReportItem>([]);

    /// <summary>What extractors of the caller's own read, in the order in which they added it; empty where there are none.</summary>
    [JsonIgnore]
    public IReadOnlyList<OwnFact> Facts { get; init => field = ValueList.From(value); } = ValueList.Create<OwnFact>([]);

    /// <summary>What extractors of the caller's own read, in the order in which they added it; left out where there is nothing.</summary>
    [JsonInclude]
    [JsonPropertyName("facts")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal IReadOnlyList<OwnFact>? WrittenFacts => Facts.Count > 0 ? Facts : null;

    /// <summary>The outline with all text and tables.</summary>
    public IReadOnlyList<Section> Sections { get; init => field = ValueList.From(value); } = ValueList.Create<Section>([]);

    /// <summary>Where each value was read, by the JSON Pointer of its field, in the order of the fields.</summary>
    public EvidenceIndex Evidence { get; init; } = [];

    /// <summary>What was odd, missing or contradictory.</summary>
    public IReadOnlyList<ReportDiagnostic> Diagnostics { get; init => field = ValueList.From(value); } = ValueList.Create<ReportDiagnostic>([]);

    /// <summary>The first of the caller's own facts that bears a name.</summary>
    /// <param name="name">The name, compared as it is.</param>
    /// <returns>The fact; <see langword="null"/> where there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public OwnFact? Fact(string name) => IndexOf(name) is >= 0 and var index ? Facts[index] : null;

    /// <summary>Where the first of the caller's own facts that bears a name was read.</summary>
    /// <param name="name">The name, compared as it is.</param>
    /// <returns>The evidence of its value; <see langword="null"/> where there is no such fact, or no place is known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public Evidence? FactEvidence(string name) =>
        IndexOf(name) is >= 0 and var index ? Evidence.For(string.Create(CultureInfo.InvariantCulture, $"/facts/{index}/value")) : null;

    private int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var i = 0; i < Facts.Count; i++)
            if (Facts[i].Name == name)
                return i;
        return -1;
    }
}
