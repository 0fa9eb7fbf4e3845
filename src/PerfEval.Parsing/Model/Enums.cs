namespace PerfEval.Parsing.Model;

/// <summary>What is evaluated.</summary>
public enum ReportSubject
{
    /// <summary>The report does not say.</summary>
    Unknown,

    /// <summary>A project's expenditure (项目支出).</summary>
    Project,

    /// <summary>A department's or unit's whole expenditure (部门整体支出).</summary>
    Department,

    /// <summary>A transfer payment between levels of government (转移支付).</summary>
    TransferPayment,

    /// <summary>A fiscal policy (财政政策).</summary>
    Policy,
}

/// <summary>Who evaluates, after 财预〔2020〕10号 article 4; or which related paper it is.</summary>
public enum EvaluationMode
{
    /// <summary>The report does not say.</summary>
    Unknown,

    /// <summary>The unit evaluates itself (单位自评).</summary>
    SelfEvaluation,

    /// <summary>The competent department evaluates, itself or through a third party (部门评价).</summary>
    DepartmentEvaluation,

    /// <summary>The finance department evaluates, itself or through a third party (财政评价).</summary>
    FiscalEvaluation,

    /// <summary>An appraisal before the budget is decided (事前绩效评估): no evaluation.</summary>
    PreEvaluation,

    /// <summary>A declaration of objectives (绩效目标申报表): no evaluation.</summary>
    GoalSetting,

    /// <summary>A report on rectification (整改报告): no evaluation.</summary>
    Rectification,
}

/// <summary>Whether a report is prose, a form or both.</summary>
public enum ReportForm
{
    /// <summary>Prose; an evaluator's scoring sheet (评分表) may be attached.</summary>
    Report,

    /// <summary>A bare self-evaluation form (自评表).</summary>
    Table,

    /// <summary>Prose with a self-evaluation form inside or attached.</summary>
    Mixed,
}

/// <summary>The four levels of 财预〔2020〕10号 article 19.</summary>
public enum GradeLevel
{
    /// <summary>优, 优秀, A.</summary>
    Excellent,

    /// <summary>良, 良好, B.</summary>
    Good,

    /// <summary>中, 一般, 合格, 及格, C.</summary>
    Fair,

    /// <summary>差, 较差, 不合格, 低, D.</summary>
    Poor,
}
