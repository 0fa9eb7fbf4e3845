using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.PlainText;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

/// <summary>Runs one check over a report made by hand, or over the outline of a text.</summary>
internal static class Checked
{
    /// <summary>What a check notes of a report.</summary>
    public static CheckNotes Of<TCheck>(PerformanceReport report, string text = "正文。", params IReadOnlyList<Candidate> candidates)
        where TCheck : IReportCheck, new()
    {
        var notes = new CheckNotes();
        new TCheck().Check(new ExtractedReport(report, candidates), Outline(text), notes);
        return notes;
    }

    /// <summary>The outline of a text.</summary>
    public static ReportOutline Outline(string text)
    {
        var log = new DiagnosticLog();
        var document = PlainTextReader.ReadText(text, new ReadContext(new ParseLimits(), log, CancellationToken.None));
        return Assert.Single(new OutlineBuilder(ReportVocabulary.Default).Build(document, log, ParseWatch.Unwatched));
    }

    /// <summary>The ids of the findings, in order.</summary>
    public static IEnumerable<string> Ids(this CheckNotes notes) => notes.Findings.Select(f => f.Id);

    /// <summary>Evidence of a value: the text that it was read from, and where.</summary>
    public static EvidenceEntry Read(string pointer, string text, int block = 0, int? row = null) =>
        new(pointer, new Evidence { Text = text, Block = block, Start = 0, Length = text.Length, Row = row, Column = row });

    /// <summary>A candidate of a field.</summary>
    public static Candidate Candidate(string pointer, string rule, string value, int block, string? lost = null) =>
        new(pointer, rule, value, new SourceSpan(block, 0, value.Length), 0.9, lost);
}
