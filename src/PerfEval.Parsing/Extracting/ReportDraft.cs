using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>The only mutable thing on the path: a report while its facts are being found. It is handed from extractor to extractor and to nobody else.</summary>
public sealed class ReportDraft
{
    private readonly PlaceFinder _places;
    private readonly ParseWatch _watch;
    private readonly List<EvidenceEntry> _evidence = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<Candidate> _candidates = [];

    internal ReportDraft(ReportOutline outline, DiagnosticLog log, ParseWatch watch) =>
        (_places, Log, _watch, Facts) = (new PlaceFinder(outline.Document), log, watch, new ReportFacts(outline, watch));

    /// <summary>The report so far. An extractor replaces it: <c>draft.Report = draft.Report with { Title = … }</c>.</summary>
    public PerformanceReport Report { get; set; } = new();

    /// <summary>What several extractors need, found once.</summary>
    internal ReportFacts Facts { get; }

    /// <summary>Where odd things are noted.</summary>
    public DiagnosticLog Log { get; }

    /// <summary>Notes where a value was read. A field's later evidence takes the place of its earlier.</summary>
    /// <param name="pointer">The field as a JSON Pointer (<c>/score/value</c>).</param>
    /// <param name="span">The place.</param>
    /// <param name="confidence">How sure the value is, 0–1.</param>
    public void Cite(string pointer, SourceSpan span, double confidence)
    {
        ArgumentException.ThrowIfNullOrEmpty(pointer);
        Put(pointer, Evidence.At(_places.Find(span), [], null, confidence));
    }

    /// <summary>Notes where a value was read and by which rule; its confidence is the rule's strength until the checks have spoken.</summary>
    /// <param name="pointer">The field as a JSON Pointer.</param>
    /// <param name="rule">The rule's id in <c>rules.json</c>.</param>
    /// <param name="spans">The places, the one that decides first.</param>
    internal void Cite(string pointer, string rule, params ReadOnlySpan<SourceSpan> spans)
    {
        var more = new EvidencePlace[spans.Length - 1];
        for (var i = 1; i < spans.Length; i++)
            more[i - 1] = _places.Find(spans[i]);
        Put(pointer, Evidence.At(_places.Find(spans[0]), more, rule, RuleVocabulary.Default[rule].Strength));
    }

    /// <summary>Where a field was read as far as is known; empty where it is not cited.</summary>
    internal IReadOnlyList<SourceSpan> Cited(string pointer)
    {
        if (!_positions.TryGetValue(pointer, out var position))
            return [];
        var evidence = _evidence[position].Evidence;
        return [evidence.Span, .. evidence.More.Select(m => m.Span)];
    }

    /// <summary>Notes a value that was weighed for a field, whether it is taken or not; see <see cref="Candidate"/>.</summary>
    internal void Consider(string pointer, string rule, string value, SourceSpan span, double? strength = null, string? lost = null) =>
        _candidates.Add(new Candidate(pointer, rule, value, span, strength ?? RuleVocabulary.Default[rule].Strength, lost));

    /// <summary>Forgets where a field and what it holds were read, because the value is replaced.</summary>
    internal void Retract(string pointer)
    {
        if (_evidence.RemoveAll(e => e.Pointer == pointer || e.Pointer.StartsWith(pointer + "/", StringComparison.Ordinal)) == 0)
            return;
        _positions.Clear();
        for (var i = 0; i < _evidence.Count; i++)
            _positions[_evidence[i].Pointer] = i;
    }

    /// <summary>The finished report.</summary>
    internal ExtractedReport Finish() => new(Report with { Evidence = [.. _evidence.OrderBy(e => FieldOrder.Of(e.Pointer))] }, _candidates);

    private void Put(string pointer, Evidence evidence)
    {
        _watch.Step();
        var entry = new EvidenceEntry(pointer, evidence);
        if (_positions.TryAdd(pointer, _evidence.Count))
            _evidence.Add(entry);
        else
            _evidence[_positions[pointer]] = entry;
    }
}
