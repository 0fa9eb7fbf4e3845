using AngleSharp.Dom;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>Finds the document's title where a publishing system prints it above the article's element and not in it.</summary>
internal static class HtmlHeadline
{
    private const string Places = "h1, h2, h3, .title, .tit, .bt, .biaoti, .arti_title, .article-title, .news_title, .xl_title, .main-title, #title, #biaoti";
    private const int Shortest = 6;
    private const int Longest = 150;

    /// <summary>How far into the article its own title is looked for.</summary>
    private const int OwnTitleWithin = 8;

    /// <summary>The title as a heading, or <see langword="null"/> where the article has one of its own or the page has none.</summary>
    public static Paragraph? Find(IElement body, IElement article, string? pageTitle, List<Block> blocks, ElementPaths paths)
    {
        if (ReferenceEquals(body, article) || string.IsNullOrWhiteSpace(pageTitle) || blocks.Count == 0 || HasTitle(blocks[0]))
            return null;
        var title = Solid(pageTitle);
        var beginning = Solid(string.Concat(blocks.Take(OwnTitleWithin).Select(block => block.Text)));
        foreach (var element in body.QuerySelectorAll(Places))
        {
            // What the window's title names too is the document's title, not the site's.
            var text = NormalText.Trim(NormalText.Clean(element.TextContent.ReplaceLineEndings(" ")));
            var solid = Solid(text);
            if (solid.Length is < Shortest or > Longest || !title.Contains(solid, StringComparison.Ordinal) || beginning.Contains(solid, StringComparison.Ordinal) || element.Contains(article) || article.Contains(element))
                continue;
            return new Paragraph { Text = NormalText.Compose(text), Style = new TextStyle { Alignment = TextAlignment.Center, StyleName = element.LocalName }, Path = paths.Of(element) };
        }

        return null;
    }

    /// <summary>An article with a title of its own begins with it: centred, or as a heading of the first level.</summary>
    private static bool HasTitle(Block first) => first is Paragraph { Style: { Alignment: TextAlignment.Center } or { OutlineLevel: 1 } };

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
