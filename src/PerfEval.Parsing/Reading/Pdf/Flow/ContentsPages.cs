using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>
/// Finds the lines of a table of contents: by the rules for plain text, and, where leaders are not text, as a run of lines that are headings further
/// on with rising page numbers behind them.
/// </summary>
internal static class ContentsPages
{
    private const int LongestEntry = 80;
    private const int FewestEntries = 3;

    public static void Mark(IReadOnlyList<PageLayout> pages)
    {
        var body = pages.SelectMany(p => p.Lines).Where(l => l.Role == BlockRole.Body).ToList();
        var lines = body.ConvertAll(l => new TextLine(0, l.Text));
        ContentsLines.Mark(lines);
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Kind == LineKind.Contents)
                body[i].Role = BlockRole.TableOfContents;
        MarkBare(body, pages.Count);
    }

    private static void MarkBare(List<PdfLine> body, int pages)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < body.Count; i++)
            if (body[i].Text.Length <= LongestEntry)
                places[ChineseText.Squeeze(body[i].Text)] = i;
        var run = new List<PdfLine>();
        var page = 0;
        for (var i = 0; i <= body.Count; i++)
        {
            if (i < body.Count && Entry(body[i].Text) is { } entry && entry.Page >= page && entry.Page <= pages + 10 && places.TryGetValue(entry.Heading, out var at) && at > i)
            {
                run.Add(body[i]);
                page = entry.Page;
                continue;
            }

            if (run.Count >= FewestEntries)
            {
                foreach (var line in run)
                    line.Role = BlockRole.TableOfContents;
                if (i > run.Count && ChineseText.Squeeze(body[i - run.Count - 1].Text) is "目录" or "目次")
                    body[i - run.Count - 1].Role = BlockRole.TableOfContents;
            }

            run.Clear();
            page = 0;
        }
    }

    private static (string Heading, int Page)? Entry(string text)
    {
        var squeezed = text.Length <= LongestEntry ? ChineseText.Squeeze(text) : "";
        var end = squeezed.Length;
        while (end > 0 && char.IsAsciiDigit(squeezed[end - 1]))
            end--;
        return end < 2 || end == squeezed.Length || squeezed.Length - end > 4 ? null : (squeezed[..end], int.Parse(squeezed.AsSpan(end), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
