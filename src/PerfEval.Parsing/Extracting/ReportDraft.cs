using System.Globalization;
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
    private readonly int _blocks;
    private readonly ParseWatch _watch;
    private readonly List<EvidenceEntry> _evidence = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<Candidate> _candidates = [];

    internal ReportDraft(ReportOutline outline, DiagnosticLog log, ParseWatch watch)
    {
        var grids = new TableGrids();
        (_places, _blocks, Log, _watch, Facts) = (new PlaceFinder(outline.Document, grids), outline.Document.Blocks.Count, log, watch, new ReportFacts(outline, grids, watch));
    }

    /// <summary>The report so far. An extractor replaces it: <c>draft.Report = draft.Report with { Title = … }</c>.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public PerformanceReport Report
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

    /// <summary>What several extractors need, found once.</summary>
    internal ReportFacts Facts { get; }

    /// <summary>The rule that <see cref="Cite(string, SourceSpan, double)"/> notes: the caller's extractor at work; <see langword="null"/> while none is.</summary>
    internal string? OwnRule { get; set; }

    /// <summary>Where odd things are noted.</summary>
    public DiagnosticLog Log { get; }

    /// <summary>Adds a fact that the model has no field for, and notes where it was read.</summary>
    /// <remarks>
    /// A report that this library wrote states its facts in its supplement. What is stated there holds: a fact of the same name that an extractor finds
    /// in the text once more is left out.
    /// </remarks>
    /// <param name="name">What it is: a key such as <c>projectCode</c>.</param>
    /// <param name="value">The value; not empty, because what the report does not say is left alone.</param>
    /// <param name="span">The place.</param>
    /// <param name="confidence">How sure the value is, 0–1. It is kept as given.</param>
    /// <param name="number">The value as a number; <see langword="null"/> where it is none.</param>
    /// <exception cref="ArgumentException">A text is empty, the place is outside the document, or the confidence is not from 0 to 1.</exception>
    public void Add(string name, string value, SourceSpan span, double confidence, decimal? number = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Check(span, confidence);
        if (IsStated(name))
            return;
        var pointer = string.Create(CultureInfo.InvariantCulture, $"/facts/{Report.Facts.Count}");
        Report = Report with { Facts = [.. Report.Facts, new OwnFact(name, value) { Number = number }] };
        Cite(pointer + "/value", span, confidence);
        if (number is not null)
            Cite(pointer + "/number", span, confidence);
    }

    /// <summary>Notes where a value was read. A field's later evidence takes the place of its earlier: whoever replaces a value cites it anew.</summary>
    /// <param name="pointer">The field as a JSON Pointer (<c>/score/value</c>).</param>
    /// <param name="span">The place.</param>
    /// <param name="confidence">How sure the value is, 0–1. It is kept as given.</param>
    /// <exception cref="ArgumentException">The pointer is none, the place is outside the document, or the confidence is not from 0 to 1.</exception>
    public void Cite(string pointer, SourceSpan span, double confidence)
    {
        ArgumentException.ThrowIfNullOrEmpty(pointer);
        if (pointer[0] != '/' || pointer.Split('/').Skip(1).Any(step => step.Length == 0))
            throw new ArgumentException("A field is named by a JSON Pointer such as /score/value.", nameof(pointer));
        Check(span, confidence);
        Put(pointer, _places.Locate(span).ToEvidence([], OwnRule, confidence));
    }

    /// <summary>Notes where a value was read and by which rule; its confidence is the rule's strength until the checks have spoken.</summary>
    /// <param name="pointer">The field as a JSON Pointer.</param>
    /// <param name="rule">The rule's id in <c>rules.json</c>.</param>
    /// <param name="spans">The places, the one that decides first.</param>
    internal void Cite(string pointer, string rule, params ReadOnlySpan<SourceSpan> spans)
    {
        EvidencePlace[] more = spans.Length == 1 ? [] : new EvidencePlace[spans.Length - 1];
        for (var i = 1; i < spans.Length; i++)
            more[i - 1] = _places.Find(spans[i]);
        Put(pointer, _places.Locate(spans[0]).ToEvidence(more, rule, RuleVocabulary.Default[rule].Strength));
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

    /// <summary>Forgets where a field and what it holds were read, because the value is replaced or taken away.</summary>
    /// <param name="pointer">The field as a JSON Pointer (<c>/funding</c>).</param>
    /// <exception cref="ArgumentException"><paramref name="pointer"/> is null or empty.</exception>
    public void Retract(string pointer)
    {
        ArgumentException.ThrowIfNullOrEmpty(pointer);
        if (_evidence.RemoveAll(e => e.Pointer.StartsWith(pointer, StringComparison.Ordinal) && (e.Pointer.Length == pointer.Length || e.Pointer[pointer.Length] == '/')) == 0)
            return;
        FindPositions();
    }

    /// <summary>What the draft holds now, to come back to.</summary>
    internal (PerformanceReport Report, EvidenceEntry[] Evidence) Keep() => (Report, [.. _evidence]);

    /// <summary>Makes the draft what it was.</summary>
    internal void Restore((PerformanceReport Report, EvidenceEntry[] Evidence) before)
    {
        Report = before.Report;
        _evidence.Clear();
        _evidence.AddRange(before.Evidence);
        FindPositions();
    }

    /// <summary>The finished report.</summary>
    internal ExtractedReport Finish() => new(Report with { Evidence = [.. _evidence.OrderBy(e => FieldOrder.Of(e.Pointer))] }, _candidates) { Numbers = Facts.Numbers };

    private void Put(string pointer, Evidence evidence)
    {
        _watch.Step();
        var entry = new EvidenceEntry(pointer, evidence);
        if (_positions.TryAdd(pointer, _evidence.Count))
            _evidence.Add(entry);
        else
            _evidence[_positions[pointer]] = entry;
    }

    private void FindPositions()
    {
        _positions.Clear();
        for (var i = 0; i < _evidence.Count; i++)
            _positions[_evidence[i].Pointer] = i;
    }

    private bool IsStated(string name)
    {
        for (var i = 0; i < Report.Facts.Count; i++)
            if (Report.Facts[i].Name == name && _positions.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"/facts/{i}/name"), out var position)
                && _evidence[position].Evidence.Rule == SupplementExtractor.Rule)
                return true;
        return false;
    }

    private void Check(SourceSpan span, double confidence)
    {
        if (span.Block < 0 || span.Block >= _blocks || span.Start < 0 || span.Length < 0)
            throw new ArgumentOutOfRangeException(nameof(span), span, "The place is outside the document.");
        if (confidence is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence is a number from 0 to 1.");
    }
}
