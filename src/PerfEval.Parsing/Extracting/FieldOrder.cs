using System.Collections.Frozen;

namespace PerfEval.Parsing.Extracting;

/// <summary>The order of the report's fields, in which evidence is listed whatever the order of the extractors.</summary>
internal static class FieldOrder
{
    private static readonly FrozenDictionary<string, int> Ranks = new[]
    {
        "title", "subject", "mode", "form", "fiscalYears", "projectName", "evaluatedUnit", "competentDepartment", "commissioner", "evaluator", "reportDate", "score", "selfScore",
        "grade", "dimensionScores", "funding", "indicators", "objectives", "citations", "achievements", "experiences", "problems", "recommendations", "facts", "sections",
    }.Index().ToFrozenDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);

    /// <summary>The rank of the field of the report in which a pointer begins; what is no field of the model comes last.</summary>
    public static int Of(string pointer)
    {
        var end = pointer.IndexOf('/', 1);
        return Ranks.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(pointer.AsSpan(1, (end < 0 ? pointer.Length : end) - 1), out var rank) ? rank : Ranks.Count;
    }
}
