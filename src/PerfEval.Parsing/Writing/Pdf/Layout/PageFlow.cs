using System.Globalization;
using PerfEval.Parsing.Writing.Pdf.Fonts;

namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>The pages as they fill up: A4 with the margins of official documents (GB/T 9704—2012, 5.2: 37 mm above, 28 mm at the left, 156 mm by 225 mm of text).</summary>
internal sealed class PageFlow
{
    /// <summary>The text width of an upright page.</summary>
    public const double UprightWidth = Short - Left - Right;

    /// <summary>The text width of a page on its side.</summary>
    public const double LandscapeWidth = Long - Top - Bottom;

    private const double Millimetre = 72 / 25.4;
    private const double Short = 210 * Millimetre;
    private const double Long = 297 * Millimetre;
    private const double Top = 37 * Millimetre;
    private const double Bottom = 35 * Millimetre;
    private const double Left = 28 * Millimetre;
    private const double Right = 26 * Millimetre;

    private readonly List<PageCanvas> _pages = [];

    public PageFlow() => Turn();

    public IReadOnlyList<PageCanvas> Pages => _pages;

    public PageCanvas Page => _pages[^1];

    /// <summary>The page's number, 0-based.</summary>
    public int Number => _pages.Count - 1;

    /// <summary>How high on the page the next thing begins.</summary>
    public double Y { get; private set; }

    public double LeftEdge => Page.IsLandscape ? Top : Left;

    public double Width => Page.IsLandscape ? LandscapeWidth : UprightWidth;

    public double UpperEdge => Page.Height - (Page.IsLandscape ? Left : Top);

    public double LowerEdge => Page.IsLandscape ? Right : Bottom;

    public double Room => Y - LowerEdge;

    public bool IsEmpty => Y >= UpperEdge;

    public void Turn(bool landscape = false)
    {
        _pages.Add(landscape ? new PageCanvas(Long, Short) : new PageCanvas(Short, Long));
        Y = UpperEdge;
    }

    /// <summary>Goes down the page; never below its text.</summary>
    public void Advance(double height) => Y = Math.Max(LowerEdge, Y - height);

    /// <summary>Turns the page where less room than this is left.</summary>
    public void Ensure(double height)
    {
        if (height > Room && !IsEmpty)
            Turn(Page.IsLandscape);
    }

    /// <summary>Prints the pages' numbers at their outer feet, as bound double-sided; the cover bears and counts none.</summary>
    public void PrintNumbers(DocumentFonts fonts)
    {
        const double Size = 14;
        var number = 0;
        foreach (var page in _pages.Where(p => !p.IsCover))
        {
            number++;
            var text = ShapedText.Of(string.Create(CultureInfo.InvariantCulture, $"— {number} —"), fonts);
            var width = ShapedText.Width(text) * Size;
            var (left, right) = page.IsLandscape ? (Top, page.Width - Bottom) : (Left, page.Width - Right);
            page.BeginArtifact("Pagination");
            page.Show(text, number % 2 == 1 ? right - Size - width : left + Size, (page.IsLandscape ? Right : Bottom) - 7 * Millimetre - Size, Size, 0, 0);
            page.End();
        }
    }
}
