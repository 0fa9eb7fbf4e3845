namespace PerfEval.Parsing.Viewing;

/// <summary>The language of a page's own words; what a report says is never translated.</summary>
public enum ViewLanguage
{
    /// <summary>Chinese (zh-CN).</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
