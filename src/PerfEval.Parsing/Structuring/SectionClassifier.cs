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

    private readonly Dictionary<string, List<HeadingPhrase>> _plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<HeadingPhrase>> _unified = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<HeadingPhrase>> _core = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<HeadingPhrase>> _words = new(StringComparer.Ordinal);
    private readonly SectionVocabulary _vocabulary;

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

    /// <summary>The classifier of the library's own words.</summary>
    public static SectionClassifier Default { get; } = new(ReportVocabulary.Default.Sections);

    /// <summary>The classifier of a vocabulary; the library's own is built once.</summary>
    public static SectionClassifier Of(ReportVocabulary vocabulary) => ReferenceEquals(vocabulary, ReportVocabulary.Default) ? Default : new SectionClassifier(vocabulary.Sections);

    /// <summary>Whether the heading's whole wording is on the list, so that it is a heading even without number and style.</summary>
    public bool IsKnown(string heading)
    {
        if (Known(heading) is { } known)
            return known.Kinds.Length > 0;
        var unified = HeadingWording.Unified(HeadingWording.Plain(heading));
        return unified.Length <= LongestTopic && !heading.Contains('，', StringComparison.Ordinal)
            && unified.Split('、') is { Length: > 1 } parts
            && parts.All(p => p.Length > 1 && (_unified.ContainsKey(p) || _words.ContainsKey(p) || _core.ContainsKey(HeadingWording.Core(p))));
    }

    /// <summary>What the heading names.</summary>
    /// <param name="heading">The heading without its number.</param>
    /// <param name="ancestors">The kinds of all sections above it.</param>
    /// <param name="listedOnly">Whether only wordings on the list count.</param>
    /// <returns>The kinds in the order named; empty where it names none.</returns>
    public IReadOnlyList<SectionKind> Classify(string heading, IReadOnlyCollection<SectionKind> ancestors, bool listedOnly = false)
    {
        if (ancestors.Contains(SectionKind.Abstract))
            return [];
        var plain = HeadingWording.Plain(heading);
        if (plain.Length == 0 || plain.Length > 40)
            return [];
        var unified = HeadingWording.Unified(plain);
        var core = HeadingWording.Core(unified);
        var known = Find(_plain, plain, ancestors) ?? Find(_unified, unified, ancestors) ?? Find(_core, core, ancestors);
        if (known is not null)
            return known.Kinds;
        if (listedOnly)
            return [];
        // A clause with a comma states something: it is an item, not a topic.
        if (plain.Contains('，', StringComparison.Ordinal))
            return [];
        if (Containing(plain, wholeOnly: true) is { Count: > 0 } whole)
            return whole;
        if (Joined(unified, ancestors) is { Count: > 0 } joined)
            return joined;
        return plain.Length <= LongestTopic ? Containing(plain, wholeOnly: false) : [];
    }

    private HeadingPhrase? Known(string heading)
    {
        var plain = HeadingWording.Plain(heading);
        if (_plain.TryGetValue(plain, out var entries))
            return entries[0];
        return _unified.TryGetValue(HeadingWording.Unified(plain), out entries) ? entries[0] : null;
    }

    private List<SectionKind> Joined(string unified, IReadOnlyCollection<SectionKind> ancestors)
    {
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
