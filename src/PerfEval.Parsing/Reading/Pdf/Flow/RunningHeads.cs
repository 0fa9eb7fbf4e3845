using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>
/// Finds running heads and feet: what the file marks as page furniture, what stands at one height at the edge of several pages, and page numbers.
/// </summary>
internal static class RunningHeads
{
    /// <summary>Heads and feet are among so many lines at the edge of a page, and in this part of its height.</summary>
    private const int Lines = 3;
    private const double Edge = 0.14;

    /// <summary>A foot of one page may stand a little higher than that of another.</summary>
    private const double SameHeight = 6;

    /// <summary>The share of pages on which a head must come again; odd and even pages may differ.</summary>
    private const double Share = 0.3;

    private const int LongestHead = 60;

    /// <summary>More lines than a page of text has.</summary>
    private const int MostLines = 1_000;

    public static void Mark(IReadOnlyList<PageLayout> pages)
    {
        var candidates = pages.SelectMany(Candidates).ToList();
        foreach (var candidate in candidates)
            if (candidate.Line.IsFurniture || IsNumbered(candidate.Line.Text))
                candidate.Line.Role = candidate.Role;
        MarkRepeated(candidates, pages.Count);
        MarkBareNumbers(candidates);
    }

    /// <summary>The lines near the edges of a page that may be heads or feet.</summary>
    private static List<Candidate> Candidates(PageLayout page)
    {
        var found = new List<Candidate>();
        var lines = page.Items.Where(i => i.Line is { Turn: 0 }).Select(i => i.Line!).OrderByDescending(l => l.Baseline).ToList();
        var tables = page.Items.Where(i => i.Table is { Turn: 0 }).Select(i => i.Table!).ToList();
        if (lines.Count + tables.Count > MostLines)
            return found;
        var (top, bottom, height) = (page.Box.Top, page.Box.Bottom, page.Box.Top - page.Box.Bottom);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Text.Length > LongestHead)
                continue;
            // Two words of a head stand at one height, so lines are counted from the edge by height.
            if (line.Baseline > top - Edge * height && lines.Take(i).Count(l => l.Baseline > line.Baseline + 2) + tables.Count(t => t.Top > line.Baseline) is < Lines and var above)
                found.Add(new Candidate(page, line, BlockRole.Header, above == 0));
            if (line.Baseline < bottom + Edge * height && lines.Skip(i + 1).Count(l => l.Baseline < line.Baseline - 2) + tables.Count(t => t.Bottom < line.Baseline) is < Lines and var below)
                found.Add(new Candidate(page, line, BlockRole.Footer, below == 0));
        }

        return found;
    }

    private static bool IsNumbered(string text) => PageNumbers.IsMarked(text) || PageNumbers.IsRatio(text);

    private static void MarkRepeated(List<Candidate> candidates, int pages)
    {
        foreach (var group in candidates.GroupBy(c => (c.Role, Key: Key(c.Line.Text))))
        {
            var heights = group.OrderBy(c => c.Height).ToList();
            var on = heights.Where((c, i) => (i > 0 && c.Height - heights[i - 1].Height <= SameHeight)
                || (i + 1 < heights.Count && heights[i + 1].Height - c.Height <= SameHeight)).ToList();
            var numbers = on.Select(c => c.Page.Number).Distinct().Count();
            if (numbers < Math.Max(2, Share * pages))
                continue;
            foreach (var candidate in on)
                candidate.Line.Role = candidate.Role;
        }
    }

    /// <summary>Bare numbers at the edge are page numbers where they count on with the pages, or where the only one is the lowest line.</summary>
    private static void MarkBareNumbers(List<Candidate> candidates)
    {
        var bare = candidates.Where(c => c.IsOutermost && c.Line.Role == BlockRole.Body && c.Line.Text.Length <= 4 && c.Line.Text.All(char.IsAsciiDigit)).ToList();
        foreach (var group in bare.GroupBy(c => (c.Role, Offset: int.Parse(c.Line.Text, CultureInfo.InvariantCulture) - c.Page.Number)))
            if (group.Count() > 1 || (group.Key.Role == BlockRole.Footer && group.First().Line.Width < 30 && bare.Count == 1))
                foreach (var candidate in group)
                    candidate.Line.Role = candidate.Role;
    }

    /// <summary>A head's text with its figures made alike, so that 第1页 and 第2页 are one.</summary>
    public static string Key(string text)
    {
        var squeezed = ChineseText.Squeeze(text).ToCharArray();
        for (var i = 0; i < squeezed.Length; i++)
            if (char.IsDigit(squeezed[i]))
                squeezed[i] = '#';
        return new string(squeezed);
    }

    private sealed record Candidate(PageLayout Page, PdfLine Line, BlockRole Role, bool IsOutermost)
    {
        /// <summary>Measured from the edge of the page, for pages of several sizes.</summary>
        public double Height => Role == BlockRole.Header ? Page.Box.Top - Line.Baseline : Line.Baseline - Page.Box.Bottom;
    }
}
