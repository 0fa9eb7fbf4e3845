using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>
/// Tells what a heading names: first the whole wording, then its unified forms, then the parts of a joined heading, last what it contains.
/// </summary>
internal sealed class SectionClassifier
{
    // A heading on no list is trusted to name a topic only up to this length; longer ones are statements.
    private const int LongestTopic = 26;

    // No report has so many headings; what is longer must not fill the memory.
    private const int MostRemembered = 10_000;

    private readonly Dictionary<string, List<HeadingPhrase>> _plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<HeadingPhrase>> _unified = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<HeadingPhrase>> _core = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<HeadingPhrase>> _words = new(StringComparer.Ordinal);
    private readonly SectionVocabulary _vocabulary;

    // The headings of one document, each of which is asked about again and again; a classifier of many documents at once remembers none.
    private readonly Dictionary<string, HeadingMeaning>? _seen;

    /// <summary>A classifier over a vocabulary.</summary>
    public SectionClassifier(SectionVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var entry in vocabulary.Entries)
        {
            var plain = HeadingWording.Plain(entry.Text);
            var unified = HeadingWording.Unified(plain);
            Add(_plain, plain, entry);
            Add(_unified, unified, entry);
            Add(_core, HeadingWording.Core(unified), entry);
        }

        foreach (var word in vocabulary.Words)
            Add(_words, HeadingWording.Unified(HeadingWording.Plain(word.Text)), word);
    }

    private SectionClassifier(SectionClassifier shared)
    {
        (_plain, _unified, _core, _words, _vocabulary) = (shared._plain, shared._unified, shared._core, shared._words, shared._vocabulary);
        _seen = new Dictionary<string, HeadingMeaning>(StringComparer.Ordinal);
    }

    /// <summary>The classifier of the library's own words.</summary>
    public static SectionClassifier Default { get; } = new(ReportVocabulary.Default.Sections);

    /// <summary>The classifier of a vocabulary; the library's own is built once.</summary>
    public static SectionClassifier Of(ReportVocabulary vocabulary) => ReferenceEquals(vocabulary, ReportVocabulary.Default) ? Default : new SectionClassifier(vocabulary.Sections);

    /// <summary>The same classifier for one document: it remembers what it has found out, and serves one thread at a time.</summary>
    public SectionClassifier ForDocument() => new(this);

    /// <summary>Whether the heading's whole wording is on the list, so that it is a heading even without number and style.</summary>
    public bool IsKnown(string heading)
    {
        var meaning = MeaningOf(heading);
        return meaning.IsKnown ??= IsOnList(heading, meaning);
    }

    private bool IsOnList(string heading, HeadingMeaning meaning)
    {
        if (_plain.TryGetValue(meaning.Plain, out var entries) || _unified.TryGetValue(meaning.Unified, out entries))
            return entries[0].Kinds.Length > 0;
        return meaning.Unified.Length <= LongestTopic && meaning.Unified.Contains('、') && !heading.Contains('，')
            && Array.TrueForAll(meaning.Unified.Split('、'), p => p.Length > 1 && (_unified.ContainsKey(p) || _words.ContainsKey(p) || _core.ContainsKey(HeadingWording.Core(p))));
    }

    /// <summary>What the heading names.</summary>
    /// <param name="heading">The heading without its number.</param>
    /// <param name="ancestors">The kinds of all sections above it.</param>
    /// <param name="listedOnly">Whether only wordings on the list count.</param>
    /// <returns>The kinds in the order named; empty where it names none.</returns>
    public IReadOnlyList<SectionKind> Classify(string heading, IReadOnlyCollection<SectionKind> ancestors, bool listedOnly = false)
    {
        var meaning = MeaningOf(heading);
        return ancestors.Count > 0 || listedOnly ? Classify(meaning, ancestors, listedOnly) : meaning.Alone ??= Classify(meaning, ancestors, listedOnly);
    }

    private IReadOnlyList<SectionKind> Classify(HeadingMeaning meaning, IReadOnlyCollection<SectionKind> ancestors, bool listedOnly)
    {
        var plain = meaning.Plain;
        if (plain.Length is 0 or > 40 || ancestors.Contains(SectionKind.Abstract))
            return [];
        var known = Find(_plain, plain, ancestors) ?? Find(_unified, meaning.Unified, ancestors) ?? Find(_core, meaning.Core, ancestors);
        if (known is not null)
            return known.Kinds;
        if (listedOnly)
            return [];
        // A clause with a comma states something: it is an item, not a topic.
        if (plain.Contains('，'))
            return [];
        if (Containing(plain, wholeOnly: true) is { Count: > 0 } whole)
            return whole;
        if (Joined(meaning.Unified, ancestors) is { Count: > 0 } joined)
            return joined;
        return plain.Length <= LongestTopic ? Containing(plain, wholeOnly: false) : [];
    }

    private HeadingMeaning MeaningOf(string heading)
    {
        if (_seen?.TryGetValue(heading, out var seen) == true)
            return seen!;
        var meaning = new HeadingMeaning(heading);
        if (_seen?.Count < MostRemembered)
            _seen.Add(heading, meaning);
        return meaning;
    }

    private List<SectionKind> Joined(string unified, IReadOnlyCollection<SectionKind> ancestors)
    {
        if (!unified.Contains('、'))
            return [];
        var parts = unified.Split('、', StringSplitOptions.RemoveEmptyEntries);
        var kinds = new List<SectionKind>();
        if (parts.Length < 2)
            return kinds;
        // The parts speak of one thing: 评价目的、对象和范围 is about the evaluation throughout.
        IReadOnlyCollection<SectionKind> context = parts[0].StartsWith("评价", StringComparison.Ordinal) ? [.. ancestors, SectionKind.EvaluationWork]
            : parts[0].Contains("资金", StringComparison.Ordinal) ? [.. ancestors, SectionKind.Funding] : ancestors;
        var unknown = 0;
        foreach (var part in parts)
        {
            var core = HeadingWording.Core(part);
            // The first part bears the subject; the others are mere words of it: 资金使用及管理情况.
            var entry = (ReferenceEquals(part, parts[0]) ? Find(_unified, part, context) : null) ?? Find(_words, part, context) ?? Find(_words, core, context)
                ?? Find(_unified, part, context) ?? Find(_core, core, context);
            if (entry is not null)
                kinds.AddRange(entry.Kinds.Where(k => !kinds.Contains(k)));
            else if (Containing(part, wholeOnly: false) is { Count: > 0 } contained)
                kinds.AddRange(contained.Where(k => !kinds.Contains(k)));
            else if (!_vocabulary.Idle.Contains(part) && !_vocabulary.Idle.Contains(core))
                unknown++;
        }

        return unknown * 2 > parts.Length ? [] : kinds;
    }

    private IReadOnlyList<SectionKind> Containing(string plain, bool wholeOnly)
    {
        foreach (var core in _vocabulary.Cores)
            if ((core.Whole || !wholeOnly) && plain.Contains(core.Text, StringComparison.Ordinal) && (core.Requires is null || plain.Contains(core.Requires, StringComparison.Ordinal)))
                return [core.Kind];
        return [];
    }

    private static HeadingPhrase? Find(Dictionary<string, List<HeadingPhrase>> index, string key, IReadOnlyCollection<SectionKind> ancestors)
    {
        if (!index.TryGetValue(key, out var entries))
            return null;
        HeadingPhrase? best = null;
        foreach (var entry in entries)
            // Of one list, a meaning that belongs to the place wins over one that holds everywhere; a stronger list wins over both.
            if (entry.Fits(ancestors) && (best is null || (best.Layer == entry.Layer && best.Under.Length == 0 && entry.Under.Length > 0)))
                best = entry;
        return best;
    }

    private static void Add(Dictionary<string, List<HeadingPhrase>> index, string key, HeadingPhrase entry)
    {
        if (!index.TryGetValue(key, out var entries))
            index.Add(key, entries = []);
        entries.Add(entry);
    }
}
