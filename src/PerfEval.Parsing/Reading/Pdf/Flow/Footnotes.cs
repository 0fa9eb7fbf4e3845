using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>Finds the notes at the foot of pages: smaller lines below a short rule, or below the text, that begin with a mark.</summary>
internal static partial class Footnotes
{
    /// <summary>The rule above the notes is at most this part of the page's width, and in the lower part of the page.</summary>
    private const double LongestRule = 0.45;
    private const double Lower = 0.6;

    /// <summary>More lines than a page of text has.</summary>
    private const int MostLines = 1_000;

    public static void Mark(IReadOnlyList<PageLayout> pages)
    {
        foreach (var page in pages)
        {
            var lines = page.Items.Where(i => i.Line is { Turn: 0, Role: BlockRole.Body }).Select(i => i.Line!).ToList();
            if (lines.Count is < 3 or > MostLines || page.LooseRules.Count > MostLines)
                continue;
            var width = page.Box.Right - page.Box.Left;
            var size = PdfLine.UsualSize(lines);
            foreach (var rule in page.LooseRules.Where(r => r.X1 - r.X0 > 0.08 * width && r.X1 - r.X0 < LongestRule * width))
            {
                if (rule.Y0 > page.Box.Bottom + Lower * (page.Box.Top - page.Box.Bottom))
                    continue;
                var below = lines.FindAll(l => l.Top < rule.Y0 + 3);
                // The first line below is a note's, and none of them is as large as the text.
                if (below.Count == 0 || below.Count == lines.Count || !Marker().IsMatch(below[0].Text) || below.Exists(l => l.Size > size + 0.1f))
                    continue;
                foreach (var line in below)
                    line.Role = BlockRole.Note;
            }

            DropReferences(page, lines);
        }
    }

    /// <summary>Takes out of the text the raised marks that refer to the page's notes; as Word's own reader does.</summary>
    private static void DropReferences(PageLayout page, List<PdfLine> lines)
    {
        var marks = lines.Where(l => l.Role == BlockRole.Note).Select(l => Marker().Match(l.Text)).Where(m => m.Success).Select(m => Bare(m.Value)).ToHashSet(StringComparer.Ordinal);
        if (marks.Count == 0)
            return;
        foreach (var line in page.Lines.Where(l => l.Role != BlockRole.Note))
            for (var i = line.Raised.Count - 1; i >= 0; i--)
                if (line.Raised[i] is var (start, length) && start > 0 && marks.Contains(Bare(line.Text.Substring(start, length))))
                    line.Drop(start, length);
    }

    private static string Bare(string mark) => mark.Trim('[', ']', '〔', '〕', '(', ')', '（', '）', ' ');

    /// <summary>Whether a note begins with the line.</summary>
    public static bool Begins(PdfLine line) => Marker().IsMatch(line.Text);

    [GeneratedRegex(@"^(?:[①-⑳⓪*※†]|[\[〔(（]?\d{1,3}[\]〕)）]?(?!\d|\.\d)|注\s*\d*\s*[:：])")]
    private static partial Regex Marker();
}
