using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>A report extracted from blocks, without a file: for what one block says.</summary>
internal static class BlockReading
{
    public static ExtractedReport Read(params Block[] blocks)
    {
        var log = new DiagnosticLog(100);
        var outline = new OutlineBuilder(ReportVocabulary.Default).Build(new SourceDocument { Blocks = blocks }, log, ParseWatch.Unwatched)[0];
        return new ReportExtractor([]).Extract(outline, log, ParseWatch.Unwatched);
    }

    /// <summary>Paragraphs of text, without any look.</summary>
    public static ExtractedReport Read(params string[] paragraphs) => Read([.. paragraphs.Select(t => (Block)new Paragraph { Text = t })]);

    public static Table Table(params string[][] rows) => new([.. rows.Select(r => new TableRow([.. r.Select(t => new TableCell(t))]))]);

    public static Evidence Evidence(this ExtractedReport extracted, string pointer) => Assert.Single(extracted.Report.Evidence, e => e.Pointer == pointer).Evidence;

    /// <summary>The texts of all places of a value.</summary>
    public static string[] Texts(this ExtractedReport extracted, string pointer)
    {
        var evidence = extracted.Evidence(pointer);
        return [evidence.Text, .. evidence.More.Select(p => p.Text)];
    }

    public static IEnumerable<Candidate> Candidates(this ExtractedReport extracted, string pointer) => extracted.Candidates.Where(c => c.Pointer == pointer);
}
