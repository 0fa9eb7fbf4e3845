using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Checking;

/// <summary>
/// Makes a rule's strength the confidence of a value: how well the text was read, how close the best rival came and what the checks say are its
/// further parts. The factors are data, <c>confidence.json</c>, set on a corpus.
/// </summary>
internal sealed class ConfidenceScale
{
    private readonly ConfidenceVocabulary _factors = ConfidenceVocabulary.Default;
    private readonly CheckNotes _notes;
    private readonly double _reading;
    private readonly Dictionary<(double, double, double, double), (ConfidenceParts, double)> _scaled = [];
    private readonly ILookup<string, Candidate> _candidates;

    private ConfidenceScale(ExtractedReport extracted, CheckNotes notes, double reading) =>
        (_notes, _reading, _candidates) = (notes, reading, extracted.Candidates.ToLookup(c => c.Pointer, StringComparer.Ordinal));

    /// <summary>The report with the confidence of each value that a rule of the library read. What a caller's extractor gave stays.</summary>
    public static ExtractedReport Apply(ExtractedReport extracted, SourceDocument document, CheckNotes notes, DiagnosticLog log)
    {
        var factors = ConfidenceVocabulary.Default;
        var reading = log.Items.Select(d => factors.Reading(d.Id)).Append(document.IsRecognised ? factors.Recognised : 1).Min();
        var scale = new ConfidenceScale(extracted, notes, reading);
        return extracted with { Report = extracted.Report with { Evidence = [.. extracted.Report.Evidence.Select(e => e.Evidence.Rule is not { } rule || OwnExtractor.Names(rule) ? e : e with { Evidence = scale.Of(e) })] } };
    }

    private Evidence Of(EvidenceEntry entry)
    {
        var evidence = entry.Evidence;
        var rule = RuleVocabulary.Default[evidence.Rule!].Strength;
        var (parts, confidence) = Scale((Reading(evidence), rule, Rivals(entry), Checks(Checked(entry.Pointer), rule)));
        return evidence with { Parts = parts, Confidence = confidence };
    }

    // The thousands of places of sections and cells have few different parts between them.
    private (ConfidenceParts Parts, double Confidence) Scale((double Reading, double Rule, double Rivals, double Checks) parts)
    {
        // Four digits say all that was measured, and more.
        if (!_scaled.TryGetValue(parts, out var scaled))
            _scaled.Add(parts, scaled = (new ConfidenceParts(parts.Reading, parts.Rule, parts.Rivals, parts.Checks), Math.Round(parts.Reading * parts.Rule * parts.Rivals * parts.Checks, 4)));
        return scaled;
    }

    private double Reading(Evidence evidence) =>
        evidence.Text.Contains('\uFFFD', StringComparison.Ordinal) ? Math.Min(_reading, _factors.Replaced) : _reading;

    // A rival as strong as the value itself costs most; one that stays far behind costs nothing.
    private double Rivals(EvidenceEntry entry) => _candidates.Contains(entry.Pointer) ? Rivals(_candidates[entry.Pointer], entry.Evidence) : 1;

    private double Rivals(IEnumerable<Candidate> all, Evidence evidence)
    {
        var candidates = all.Where(c => c.Lost is null).ToList();
        var own = candidates.Find(c => c.Rule == evidence.Rule && c.StandsAt(evidence));
        if (own is null)
            return 1;
        var rivals = candidates.Where(c => c.Value != own.Value).Select(c => c.Strength).DefaultIfEmpty(0).Max();
        var gap = Math.Clamp((own.Strength - rivals) / _factors.FarBehind, 0, 1);
        return Math.Round(_factors.CloseRival + ((1 - _factors.CloseRival) * gap), 4);
    }

    // A grade's level is that of its word, and no surer.
    private static string Checked(string pointer) => pointer == "/grade/level" ? "/grade/raw" : pointer;

    // What is said twice, or adds up, leaves only part of the doubt in its rule.
    private double Checks(string pointer, double rule) =>
        _notes.Contradicted.Contains(pointer) ? _factors.Contradicted
        : _notes.Confirmed.Contains(pointer) ? Math.Round((1 - ((1 - rule) * _factors.ConfirmedDoubt)) / rule, 4)
        : _factors.Unchecked;
}
