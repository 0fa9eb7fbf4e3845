using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.Pdf.Files;

namespace PerfEval.Parsing.Reading.Pdf.Tagged;

/// <summary>
/// Reads a document that says itself what each of its lines and cells is, as every PDF does that this library writes. Where anything on a page belongs to
/// no element of the structure, or a page or limit stands in the way, the document is read as an ordinary one.
/// </summary>
internal static class TaggedReading
{
    /// <summary>The document; <see langword="null"/> where it does not declare all of its content.</summary>
    public static SourceDocument? Read(PdfFile file, ReadContext context)
    {
        if (file.PageCount > context.Limits.MaxPages || TaggedTree.Read(file.Catalog, file.Objects, context, out var claimed) is not { } elements)
            return null;
        // What is noted here is noted again when the document is read as an ordinary one.
        var log = new DiagnosticLog(1);
        var pages = new PdfPages(file, context with { Log = log });
        var numbers = new Dictionary<int, int>();
        var lines = new Dictionary<(int, int), List<TaggedLine>>();
        var text = new TaggedText(claimed, lines);
        var comments = new List<Block>();
        for (var number = 1; number <= file.PageCount; number++)
        {
            context.Step();
            if (file.Page(number, log) is not { } source)
                return null;
            var page = pages.Shown(number, source);
            var key = file.Objects.Number(source.Dictionary, "StructParents") is { } own ? (int)own : -number;
            if (log.Items.Count > 0 || !numbers.TryAdd(key, number) || !text.Read(page, key))
                return null;
            comments.AddRange(Comments(page));
        }

        return new TaggedBlocks(lines, numbers, context.Limits).Make(elements) is { } blocks
            ? new SourceDocument { Blocks = [.. blocks, .. comments], Pages = file.PageCount, IsDeclared = true }
            : null;
    }

    private static IEnumerable<Block> Comments(PageContent page) =>
        page.Comments.Select(comment => new Paragraph { Text = comment, Role = BlockRole.Note, Page = page.Number, Path = TaggedBlocks.PathOf(page.Number) });
}
