namespace PerfEval.Parsing.Model;

/// <summary>A score.</summary>
/// <param name="Value">The points (得分) as printed.</param>
/// <param name="FullMark">The most points there could be (总分, 满分); 100 where the report says nothing else.</param>
public sealed record Score(decimal Value, decimal FullMark);

/// <summary>A grade (评价等级).</summary>
/// <param name="Raw">The word as printed (<c>优秀</c>, <c>良</c>, <c>B</c>).</param>
/// <param name="Level">Its level; <see langword="null"/> where the word is of no known scale.</param>
public sealed record Grade(string Raw, GradeLevel? Level);

/// <summary>The total of one first-level indicator.</summary>
/// <param name="Name">The dimension (决策, 过程, 产出, 效益 …) as printed.</param>
/// <param name="FullMark">Its weight (分值); <see langword="null"/> where not given.</param>
/// <param name="Score">Its points (得分); <see langword="null"/> where not given.</param>
public sealed record DimensionScore(string Name, decimal? FullMark, decimal? Score);

/// <summary>The project's or department's money in total. Amounts are in yuan.</summary>
public sealed record Funding
{
    /// <summary>The budget as first approved (年初预算); <see langword="null"/> where not given.</summary>
    public decimal? InitialBudget { get; init; }

    /// <summary>The budget as adjusted for the whole year (调整预算, 全年预算); the planned amount where only one is given; <see langword="null"/> where none is.</summary>
    public decimal? Budget { get; init; }

    /// <summary>What was received (到位); <see langword="null"/> where not given.</summary>
    public decimal? Received { get; init; }

    /// <summary>What was spent (支出, 执行); <see langword="null"/> where not given.</summary>
    public decimal? Spent { get; init; }

    /// <summary>The execution rate (执行率) as a fraction of one, as printed and never computed; <see langword="null"/> where not given.</summary>
    public decimal? ExecutionRate { get; init; }

    /// <summary>The weight (分值) of the execution rate in a form, in points; <see langword="null"/> outside forms and where not given.</summary>
    public decimal? FullMark { get; init; }

    /// <summary>The points (得分) for the execution rate in a form; <see langword="null"/> outside forms and where not given.</summary>
    public decimal? Score { get; init; }

    /// <summary>The sources or uses, a row each.</summary>
    public IReadOnlyList<FundingLine> Lines { get; init => field = ValueList.From(value); } = ValueList.Create<FundingLine>([]);
}

/// <summary>One source or use of the money. Amounts are in yuan.</summary>
public sealed record FundingLine
{
    /// <summary>The name as printed, without 其中： (<c>中央财政资金</c>).</summary>
    public required string Name { get; init; }

    /// <summary>Its budget as first approved (年初预算); <see langword="null"/> where not given.</summary>
    public decimal? InitialBudget { get; init; }

    /// <summary>Its budget as adjusted for the whole year (全年预算); <see langword="null"/> where not given.</summary>
    public decimal? Budget { get; init; }

    /// <summary>What was received of it (到位); <see langword="null"/> where not given.</summary>
    public decimal? Received { get; init; }

    /// <summary>What was spent of it (支出, 执行); <see langword="null"/> where not given.</summary>
    public decimal? Spent { get; init; }

    /// <summary>Its execution rate (执行率) as a fraction of one, as printed and never computed; <see langword="null"/> where not given.</summary>
    public decimal? ExecutionRate { get; init; }

    /// <summary>Its weight (分值) in points; <see langword="null"/> where not given.</summary>
    public decimal? FullMark { get; init; }

    /// <summary>Its points (得分); <see langword="null"/> where not given.</summary>
    public decimal? Score { get; init; }
}

/// <summary>One row of the indicator table (绩效指标表).</summary>
public sealed record Indicator
{
    /// <summary>The first-level indicator (一级指标), without its weight; <see langword="null"/> where the table has none.</summary>
    public string? Level1 { get; init; }

    /// <summary>The second-level indicator (二级指标), without its weight; <see langword="null"/> where the table has none.</summary>
    public string? Level2 { get; init; }

    /// <summary>The third-level indicator (三级指标), without its weight and the form's counter; <see langword="null"/> where the table has none.</summary>
    public string? Level3 { get; init; }

    /// <summary>How the target is meant (指标性质: ≥, ≤, =, 定性) where the table has a column for it; otherwise <see langword="null"/>, and the sign stands in <see cref="Target"/>.</summary>
    public string? Operator { get; init; }

    /// <summary>The target value (指标值) as printed; <see langword="null"/> where its cell is blank or missing.</summary>
    public string? Target { get; init; }

    /// <summary>The unit of measure (度量单位) where the table has a column for it; otherwise <see langword="null"/>, and the unit stands in <see cref="Target"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>The value reached (实际完成值) as printed; <see langword="null"/> where its cell is blank or missing.</summary>
    public string? Actual { get; init; }

    /// <summary>The weight (分值, 权重) in points; <see langword="null"/> where not given.</summary>
    public decimal? FullMark { get; init; }

    /// <summary>The points (得分); <see langword="null"/> where not given.</summary>
    public decimal? Score { get; init; }

    /// <summary>Why the target was missed and what will be done, or why points were taken off (偏差原因及改进措施, 扣分原因); <see langword="null"/> where nothing is said.</summary>
    public string? Deviation { get; init; }
}

/// <summary>The performance objectives.</summary>
public sealed record Objectives
{
    /// <summary>The objectives (绩效目标) of prose, as a whole; <see langword="null"/> where only a form states them.</summary>
    public string? Text { get; init; }

    /// <summary>The form's expected objectives (预期目标); <see langword="null"/> where there is no form or the cell is blank.</summary>
    public string? Expected { get; init; }

    /// <summary>The form's account of what was reached (实际完成情况); <see langword="null"/> where there is no form or the cell is blank.</summary>
    public string? Actual { get; init; }
}

/// <summary>A policy document cited.</summary>
/// <param name="Title">The title without 《》, of a nested title the outermost; <see langword="null"/> where only the number is given.</param>
/// <param name="DocumentNumber">The document number (文号), its brackets normalised to 〔〕; <see langword="null"/> where not given.</param>
public sealed record Citation(string? Title, string? DocumentNumber);

/// <summary>An achievement, experience, problem or recommendation, without its counter.</summary>
/// <param name="Heading">The head sentence; <see langword="null"/> where the item has none.</param>
/// <param name="Text">The rest, or all.</param>
public sealed record ReportItem(string? Heading, string Text);
