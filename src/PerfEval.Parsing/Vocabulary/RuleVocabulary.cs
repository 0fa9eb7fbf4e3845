using System.Collections.Frozen;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>A rule by which a value is read.</summary>
/// <param name="Id">Its stable id: the field's group and what it looks at (<c>score.conclusion</c>).</param>
/// <param name="Strength">How often it is right, 0–1, as measured.</param>
/// <param name="English">What it does, in English.</param>
/// <param name="Chinese">What it does, in Chinese.</param>
internal sealed record ExtractionRule(string Id, double Strength, string English, string Chinese);

/// <summary>The rules of the extractors and the reasons for which candidates are passed over: <c>rules.json</c>.</summary>
internal sealed class RuleVocabulary
{
    private readonly FrozenDictionary<string, ExtractionRule> _rules;

    private RuleVocabulary()
    {
        using var file = VocabularyFile.Open("rules.json");
        var root = file.RootElement;
        Rules = [.. root.GetProperty("rules").EnumerateArray().Select(r => new ExtractionRule(
            r.GetProperty("id").GetString()!, r.GetProperty("strength").GetDouble(), r.GetProperty("en").GetString()!, r.GetProperty("zh").GetString()!))];
        _rules = Rules.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
        Reasons = root.GetProperty("reasons").EnumerateArray().ToFrozenDictionary(
            r => r.GetProperty("id").GetString()!, r => (r.GetProperty("en").GetString()!, r.GetProperty("zh").GetString()!), StringComparer.Ordinal);
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static RuleVocabulary Default { get; } = new();

    /// <summary>All rules, in the order of the file.</summary>
    public IReadOnlyList<ExtractionRule> Rules { get; }

    /// <summary>Why a candidate was passed over, by the reason's id.</summary>
    public FrozenDictionary<string, (string English, string Chinese)> Reasons { get; }

    /// <summary>The rule of an id.</summary>
    /// <exception cref="InvalidOperationException">There is none: an extractor names a rule that is not in the file.</exception>
    public ExtractionRule this[string id] => _rules.TryGetValue(id, out var rule) ? rule : throw new InvalidOperationException($"The rule {id} is not in rules.json.");
}
