using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>Finds level watermarks: pale and large text, or pale text that comes again at one place of the pages.</summary>
internal static class Watermarks
{
    private const float Large = 1.6f;

    public static void Mark(IReadOnlyList<PageLayout> pages)
    {
        var lines = pages.SelectMany(p => p.Lines).Where(l => l.Role == BlockRole.Body);
        var pale = lines.Where(l => l.IsPale).ToList();
        if (pale.Count == 0)
            return;
        var usual = PdfLine.UsualSize(lines);
        foreach (var line in pale)
            if (line.Size > Large * usual)
                line.Role = BlockRole.Watermark;
        foreach (var group in pale.GroupBy(l => (l.Text, MathF.Round(l.Baseline / 4), MathF.Round(l.Left / 4))))
            if (group.Select(l => l.Page).Distinct().Count() >= Math.Max(2, pages.Count / 2))
                foreach (var line in group)
                    line.Role = BlockRole.Watermark;
    }
}
