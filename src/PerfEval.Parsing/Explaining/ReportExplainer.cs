using System.Text.Json.Nodes;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Vocabulary;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Explaining;

/// <summary>Tells of a report's fields why they have the values that they have. START HERE: <see cref="Explain"/>.</summary>
internal sealed class ReportExplainer
{
    private readonly ExtractedReport _extracted;
    private readonly PlaceFinder? _places;
    private readonly ILookup<string, Candidate> _candidates;
    private readonly JsonNode _json;

    /// <summary>An explainer of one report.</summary>
    /// <param name="extracted">The report and what was weighed for it.</param>
    /// <param name="document">The document; <see langword="null"/> where the report was read back from JSON, and nothing was weighed.</param>
    public ReportExplainer(ExtractedReport extracted, SourceDocument? document)
    {
        _extracted = extracted;
        _candidates = extracted.Candidates.ToLookup(c => c.Pointer, StringComparer.Ordinal);
        _places = document is null ? null : new PlaceFinder(document);
        _json = JsonNode.Parse(new JsonReportWriter().Write(extracted.Report))!;
    }

    /// <summary>The explanations of a field, or of every field below it that has a value or a candidate, in the order of the fields.</summary>
    /// <exception cref="ArgumentException">The model has no such field.</exception>
    public IReadOnlyList<Explanation> Explain(string pointer)
    {
        if (!ModelPath.Exists(pointer))
            throw new ArgumentException($"The model has no field {pointer}; a pointer is that of the report's JSON, such as /score/value or /indicators/0/score.", nameof(pointer));
        var pointers = _extracted.Report.Evidence.Under(pointer).Select(e => e.Pointer)
            .Concat(_extracted.Candidates.Select(c => c.Pointer).Where(p => p == pointer || p.StartsWith(pointer + "/", StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal).OrderBy(FieldOrder.Of).ToList();
        return pointers.Count == 0 ? [One(pointer)] : [.. pointers.Select(One)];
    }

    private Explanation One(string pointer)
    {
        var evidence = _extracted.Report.Evidence.Own(pointer);
        var candidates = _candidates[pointer].ToList();
        // The model has a word of its own for an unknown subject or mode.
        var value = evidence is null && pointer is "/subject" or "/mode" && Value(pointer) == "unknown" ? null : Value(pointer);
        var winner = evidence is null ? null : candidates.Find(c => c.Lost is null && c.StandsAt(evidence)) ?? candidates.Find(c => c.StandsAt(evidence));
        return new Explanation(pointer, value, evidence, evidence?.Rule is { } rule ? Rule(rule) : null,
            [.. candidates.Distinct().Select(c => Explained(c, winner, value)).OrderBy(c => c.Place.Block).ThenBy(c => c.Place.Start)]);
    }

    private ExplainedCandidate Explained(Candidate candidate, Candidate? winner, string? value) => new(
        candidate.Value, Rule(candidate.Rule), candidate.Strength, _places!.Find(candidate.Span), ReferenceEquals(candidate, winner) ? null : Reason(candidate.Lost ?? Defeat(candidate, winner, value)));

    // Only strength and place decided: which of them it was.
    private static string Defeat(Candidate candidate, Candidate? winner, string? value) =>
        candidate.Value == value ? "same"
        : winner is null || candidate.Strength > winner.Strength ? "replaced"
        : candidate.Strength < winner.Strength ? "weaker"
        : "later";

    private string? Value(string pointer)
    {
        JsonNode? at = _json;
        foreach (var step in pointer.Split('/').Skip(1))
            at = at switch
            {
                JsonObject item => item[step],
                JsonArray list => int.TryParse(step, out var index) && index < list.Count ? list[index] : null,
                _ => null,
            };
        return at switch
        {
            null => null,
            JsonArray list => string.Join(',', list.Select(item => item?.ToString())),
            JsonValue => at.ToString(),
            _ => at.ToJsonString(),
        };
    }

    private static RuleText Rule(string id)
    {
        var rule = OwnExtractor.Names(id) ? OwnExtractor.Rule(id) : RuleVocabulary.Default[id];
        return new RuleText(rule.Id, rule.English, rule.Chinese);
    }

    private static RuleText Reason(string id) => new(id, RuleVocabulary.Default.Reasons[id].English, RuleVocabulary.Default.Reasons[id].Chinese);
}
