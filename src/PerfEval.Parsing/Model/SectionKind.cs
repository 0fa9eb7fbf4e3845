namespace PerfEval.Parsing.Model;

/// <summary>What a section is about: the chapters of 财预〔2020〕10号 annex 3, 财预〔2011〕285号 and the transfer-payment outline.</summary>
public enum SectionKind
{
    /// <summary>封面: the label/value lines before the body.</summary>
    Cover,

    /// <summary>摘要.</summary>
    Abstract,

    /// <summary>前言: also the body text before the first heading.</summary>
    Preface,

    /// <summary>基本情况: a chapter on what was evaluated.</summary>
    Basics,

    /// <summary>项目概况.</summary>
    Overview,

    /// <summary>立项背景及依据.</summary>
    Background,

    /// <summary>项目内容.</summary>
    Content,

    /// <summary>项目实施情况.</summary>
    Implementation,

    /// <summary>项目组织管理.</summary>
    Organization,

    /// <summary>单位（部门）概况.</summary>
    UnitProfile,

    /// <summary>机构职能和人员.</summary>
    Institution,

    /// <summary>年度重点工作.</summary>
    KeyTasks,

    /// <summary>资金情况.</summary>
    Funding,

    /// <summary>资金安排.</summary>
    FundingPlan,

    /// <summary>资金到位.</summary>
    FundingReceived,

    /// <summary>资金使用.</summary>
    FundingUse,

    /// <summary>资金管理.</summary>
    FundingManagement,

    /// <summary>绩效目标.</summary>
    Objectives,

    /// <summary>总体目标.</summary>
    OverallObjective,

    /// <summary>年度目标.</summary>
    AnnualObjective,

    /// <summary>绩效目标分解下达情况.</summary>
    ObjectiveAllocation,

    /// <summary>政策、项目实施方案的有效性.</summary>
    PolicyEffectiveness,

    /// <summary>绩效评价工作开展情况.</summary>
    EvaluationWork,

    /// <summary>评价目的.</summary>
    Purpose,

    /// <summary>评价对象和范围.</summary>
    Scope,

    /// <summary>评价依据.</summary>
    Basis,

    /// <summary>评价原则.</summary>
    Principles,

    /// <summary>评价方法.</summary>
    Methods,

    /// <summary>评价指标体系.</summary>
    IndicatorSystem,

    /// <summary>评价标准.</summary>
    Standards,

    /// <summary>评价工作方案制定过程.</summary>
    WorkPlan,

    /// <summary>评价工作过程.</summary>
    WorkProcess,

    /// <summary>评价局限性.</summary>
    Limitations,

    /// <summary>评价结论.</summary>
    Conclusion,

    /// <summary>评价结果: the score.</summary>
    Result,

    /// <summary>主要绩效.</summary>
    Achievements,

    /// <summary>绩效评价指标分析.</summary>
    IndicatorAnalysis,

    /// <summary>绩效目标完成情况.</summary>
    ObjectiveCompletion,

    /// <summary>资金投入情况分析.</summary>
    FundingAnalysis,

    /// <summary>决策.</summary>
    DecisionAnalysis,

    /// <summary>过程.</summary>
    ProcessAnalysis,

    /// <summary>产出.</summary>
    OutputAnalysis,

    /// <summary>效益.</summary>
    BenefitAnalysis,

    /// <summary>满意度.</summary>
    SatisfactionAnalysis,

    /// <summary>成本效益分析.</summary>
    CostBenefit,

    /// <summary>偏离绩效目标的原因和改进措施.</summary>
    Deviation,

    /// <summary>主要经验及做法.</summary>
    Experiences,

    /// <summary>存在的问题及原因分析.</summary>
    Problems,

    /// <summary>有关建议.</summary>
    Recommendations,

    /// <summary>评价结果应用和公开.</summary>
    ResultUse,

    /// <summary>其他需要说明的问题.</summary>
    OtherMatters,

    /// <summary>佐证材料.</summary>
    SupportingMaterials,

    /// <summary>附件.</summary>
    Attachments,
}
