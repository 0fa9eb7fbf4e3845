using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Extracting;

/// <summary>The only mutable thing on the path: a report while its facts are being found. It is handed from extractor to extractor and to nobody else.</summary>
public sealed class ReportDraft
{
    private readonly SourceDocument _document;
    private readonly List<EvidenceEntry> _evidence = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    internal ReportDraft(Structuring.ReportOutline outline, DiagnosticLog log) => (_document, Log, Facts) = (outline.Document, log, new ReportFacts(outline));

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
        var block = _document.Blocks[span.Block];
        var start = Math.Clamp(span.Start, 0, block.Text.Length);
        var length = Math.Clamp(span.Length, 0, block.Text.Length - start);
        var place = block.Layout?.Find(start, length);
        var entry = new EvidenceEntry(pointer, new Evidence
        {
            Text = block.Text.Substring(start, length),
            Page = place?.Page ?? block.Page,
            Block = span.Block,
            Start = start,
            Length = length,
            Box = place is { } found ? Rounded(found.Box) : null,
            Confidence = confidence,
        });
        if (_places.TryAdd(pointer, _evidence.Count))
            _evidence.Add(entry);
        else
            _evidence[_places[pointer]] = entry;
    }

    /// <summary>Forgets where a field and what it holds were read, because the value is replaced.</summary>
    internal void Retract(string pointer)
    {
        if (_evidence.RemoveAll(e => e.Pointer == pointer || e.Pointer.StartsWith(pointer + "/", StringComparison.Ordinal)) == 0)
            return;
        _places.Clear();
        for (var i = 0; i < _evidence.Count; i++)
            _places[_evidence[i].Pointer] = i;
    }

    // A hundredth of a point is far finer than any print; more digits would only be noise in JSON.
    private static PageBox Rounded(PageBox box) =>
        new(Math.Round(box.Left, 2), Math.Round(box.Bottom, 2), Math.Round(box.Right, 2), Math.Round(box.Top, 2));

    /// <summary>The finished report.</summary>
    internal PerformanceReport Finish() => Report with { Evidence = _evidence };
}
