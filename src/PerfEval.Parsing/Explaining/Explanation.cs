using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Explaining;

/// <summary>Why a field has the value that it has, or none: what was weighed, which rule won and why the others lost.</summary>
/// <param name="Pointer">The field as a JSON Pointer.</param>
/// <param name="Value">The value as the report's JSON prints it; <see langword="null"/> where the report does not say.</param>
/// <param name="Evidence">Where it was read; <see langword="null"/> where there is no value, or one that is not read but assumed (a full mark of 100).</param>
/// <param name="Rule">The rule that read it, or the caller's own extractor (<see cref="Evidence.Rule"/>); <see langword="null"/> where neither is known.</param>
/// <param name="Candidates">What was weighed, in the order of the document; empty where nothing was.</param>
public sealed record Explanation(string Pointer, string? Value, Evidence? Evidence, RuleText? Rule, IReadOnlyList<ExplainedCandidate> Candidates)
{
    /// <summary>What was weighed, in the order of the document; empty where nothing was.</summary>
    public IReadOnlyList<ExplainedCandidate> Candidates { get; init => field = ValueList.From(value); } = ValueList.From(Candidates);
}

/// <summary>A value that was weighed for a field.</summary>
/// <param name="Value">The value as the report's JSON would print it.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Strength">How strongly it spoke, 0–1.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Lost">Why it was not taken; <see langword="null"/> for the one that was.</param>
public sealed record ExplainedCandidate(string Value, RuleText Rule, double Strength, EvidencePlace Place, RuleText? Lost)
{
    /// <summary>Whether its value was taken from this place.</summary>
    public bool IsTaken => Lost is null;
}

/// <summary>A rule, or a reason for which a candidate is passed over, in words. docs/rules.md lists all.</summary>
/// <param name="Id">The stable id: <c>score.conclusion</c>, <c>otherYear</c>.</param>
/// <param name="English">In English.</param>
/// <param name="Chinese">In Chinese.</param>
public sealed record RuleText(string Id, string English, string Chinese);
