using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Rereading;

/// <summary>
/// Reads the values of sections, items, objectives, indicators, funding and citations again, from the texts of their evidence alone, with code of its own:
/// what the evidence shows must be what the report says.
/// </summary>
internal static class BodyFactsRereading
{
    /// <summary>What is wrong with an entry; <see langword="null"/> where its value stands there, and for the pointers of other groups.</summary>
    public static string? Fault(PerformanceReport report, EvidenceEntry entry, SourceDocument document)
    {
        var steps = entry.Pointer.Split('/')[1..];
        if (Reading(report, steps) is not { } reading)
            return null;
        var evidence = new ReadEvidence(entry.Evidence, document);
        return (evidence.Strays() ?? reading(evidence)) is { } fault ? $"{entry.Pointer}: {fault} ({evidence})" : null;
    }

    private static Func<ReadEvidence, string?>? Reading(PerformanceReport report, string[] steps) => steps switch
    {
        ["sections", var i, .. var rest] => SectionRereading.Of(report.Sections[At(i)], rest),
        ["achievements", var i, var member] => Item(report.Achievements[At(i)], member),
        ["experiences", var i, var member] => Item(report.Experiences[At(i)], member),
        ["problems", var i, var member] => Item(report.Problems[At(i)], member),
        ["recommendations", var i, var member] => Item(report.Recommendations[At(i)], member),
        ["objectives", var member] => e => e.IsText(Text(report.Objectives, member)),
        ["indicators", var i, var member] => e => Value(report.Indicators[At(i)], member) is decimal number ? e.IsNumber(number) : e.IsText(Text(report.Indicators[At(i)], member)),
        ["funding", "lines", var i, "name"] => e => e.IsText(report.Funding?.Lines[At(i)].Name),
        ["funding", "lines", var i, var member] => e => Figure(e, report.Funding?.Lines[At(i)], member),
        ["funding", var member] => e => Figure(e, report.Funding, member),
        ["citations", var i, "title"] => e => e.IsTitle(report.Citations[At(i)].Title),
        ["citations", var i, "documentNumber"] => e => e.IsDocumentNumber(report.Citations[At(i)].DocumentNumber),
        ["sections" or "achievements" or "experiences" or "problems" or "recommendations" or "objectives" or "indicators" or "funding" or "citations", ..] => _ => "no field of the model",
        _ => null,
    };

    private static Func<ReadEvidence, string?> Item(ReportItem item, string member) => e => e.IsText(Text(item, member));

    private static string? Figure(ReadEvidence evidence, object? owner, string member) => Value(owner, member) is not decimal value ? "the report gives no figure"
        : member is "executionRate" ? evidence.IsRate(value)
        : member is "fullMark" or "score" ? evidence.IsNumber(value)
        : evidence.IsMoney(value);

    private static string? Text(object? owner, string member) => Value(owner, member) as string;

    private static object? Value(object? owner, string member) => owner?.GetType().GetProperty(char.ToUpperInvariant(member[0]) + member[1..])?.GetValue(owner);

    private static int At(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
