using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Composing;

/// <summary>
/// Stage 5: report to document, the reverse of structuring and extracting. The result is what a reader must give when it reads the written
/// file, so that reading it again gives the report. What the text alone would not tell follows in a supplement (要素补充表) that anyone can read.
/// </summary>
internal static class ReportComposer
{
    private static readonly ReportExtractor Extractor = new([]);

    /// <summary>Composes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="deepestHeading">The deepest level of headings that the format can tell apart; 0 where it tells none.</param>
    /// <returns>The document, every block declared.</returns>
    public static SourceDocument Compose(PerformanceReport report, int deepestHeading)
    {
        var body = new ReportBody(report, deepestHeading);
        var stated = new HashSet<DeclaredSection>(ReferenceEqualityComparer.Instance);
        List<DeclaredSection> rows = [];
        var document = Declared(body.Blocks);
        var outline = Outline(document);
        // One row often rights all sections below it: they are stated by ones, twos, fours …, so that few rounds need few rows.
        for (var most = 1; SectionDifferences.Find(body.Sections, outline.Sections, stated) is { Count: > 0 } more; most *= 2)
        {
            stated.UnionWith(more.Take(most));
            rows = [.. body.Sections.Where(stated.Contains)];
            document = Declared([.. body.Blocks, .. SupplementBlocks.Of(rows, [], [])]);
            outline = Outline(document);
        }

        var read = Extractor.Extract(outline, new DiagnosticLog(1), ParseWatch.Unwatched).Report;
        var (values, lists) = FactDifferences.Find(ReportText.Normal(report), read);
        return Declared([.. body.Blocks, .. SupplementBlocks.Of(rows, values, lists, isNeeded: !body.Blocks.Any(b => b.Text.Length > 0))]);
    }

    private static SourceDocument Declared(IReadOnlyList<Block> blocks) => new() { Blocks = blocks, IsDeclared = true };

    private static ReportOutline Outline(SourceDocument document) => new DeclaredOutline(SectionClassifier.Default.ForDocument(), document, ParseWatch.Unwatched).Build();
}
