using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>
/// Reads web pages and HTML that Word saved: the article of the page as blocks, what the publishing page says about it as metadata.
/// No script runs and nothing is loaded.
/// </summary>
public sealed class HtmlReader : IDocumentReader
{
    /// <summary>How far from the article's start and end pieces of the page's frame are looked for.</summary>
    private const int FrameAtStart = 8;
    private const int FrameAtEnd = 15;

    /// <inheritdoc/>
    public DocumentFormat Format => DocumentFormat.Html;

    /// <inheritdoc/>
    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        FileSize.Check(bytes.Length, context.Limits);
        context.Cancellation.ThrowIfCancellationRequested();

        var decoded = DeclaredPage.Decode(bytes.Span) ?? HtmlEncoding.Decode(bytes.Span, context.Log);
        // The parser knows no cancellation; it can be left only where it tells of an element.
        var options = new HtmlParserOptions { OnCreated = (_, _) => context.Step() };
        using var page = new HtmlParser(options).ParseDocument(HtmlNesting.Limit(decoded.Text, context));
        context.Step();
        var body = page.Body ?? throw NoText();
        var paths = new ElementPaths(page, context);
        var metadata = new List<KeyValuePair<string, string>>();
        if (Title(page) is { Length: > 0 } title)
            metadata.Add(new("title", title));

        if (DeclaredPage.Article(body) is { } declared && DeclaredPage.Read(declared, context, paths) is { } parts)
            return new SourceDocument { Blocks = parts, IsDeclared = true, Encoding = decoded.Encoding, Metadata = [.. metadata, .. Around(body, declared, context, paths)] };

        var article = HtmlArticle.Find(body, context);
        if (!ReferenceEquals(article, body))
            metadata.AddRange(Around(body, article, context, paths));
        var blocks = WithoutFrame(HtmlBlocks.Of(article, context, paths), metadata);
        if (HtmlHeadline.Find(body, article, page.Title, blocks, paths) is { } headline && blocks.Count < context.Limits.MaxBlocks)
            blocks.Insert(0, headline);
        if (blocks.Count == 0 && !context.Log.HasErrors)
            throw NoText();
        return new SourceDocument { Blocks = blocks, Encoding = decoded.Encoding, Metadata = metadata };
    }

    /// <summary>The metadata that stands around the article.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Around(IElement body, IElement article, ReadContext context, ElementPaths paths)
    {
        // What is left out here is no loss, so it is not noted in the log of the parse.
        var quiet = context with { Log = new DiagnosticLog(1) };
        return HtmlMetadata.Of(HtmlBlocks.Of(body, quiet, paths, article, keepFurniture: true));
    }

    /// <summary>The article without the page's frame; metadata inside goes where it belongs.</summary>
    private static List<Block> WithoutFrame(List<Block> blocks, List<KeyValuePair<string, string>> metadata)
    {
        var kept = new List<Block>(blocks.Count);
        var beside = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            var atEdge = i < FrameAtStart || i >= blocks.Count - FrameAtEnd;
            var pairs = HtmlMetadata.Of(blocks[i], beside);
            beside = pairs.Count > 0;
            if (beside)
                metadata.AddRange(pairs);
            else if (blocks[i] is not Paragraph paragraph || !atEdge || !HtmlFurniture.IsFrame(paragraph.Text))
                kept.Add(blocks[i]);
        }

        return HtmlRoles.Mark(kept);
    }

    private static string Title(IHtmlDocument page) => NormalText.Trim(NormalText.Clean(page.Title ?? ""));

    private static UnreadableDocumentException NoText() => new(UnreadableReason.NoText, "The page holds no text. If its text is loaded by a script, save the page from a browser and read that.");
}
