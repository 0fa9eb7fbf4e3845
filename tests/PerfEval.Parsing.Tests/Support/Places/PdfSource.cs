using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace PerfEval.Parsing.Tests.Support.Places;

/// <summary>A PDF file, opened with the library's own PDF parser but none of its readings.</summary>
internal sealed class PdfSource : SourceFile
{
    private readonly PdfDocument _file;
    private readonly SourceDocument _document;
    private readonly Dictionary<int, IReadOnlyList<Letter>> _pages = [];

    public PdfSource(byte[] bytes, SourceDocument document) => (_file, _document) = (PdfDocument.Open(bytes), document);

    protected override void Close() => _file.Dispose();

    public override string? Fault(Place place)
    {
        if (place.Page is not { } page || page < 1 || page > _file.NumberOfPages)
            return $"There is no page {place.Page}.";
        if (place.Text.All(char.IsWhiteSpace))
            return null;
        if (place.Box is not { } box)
            return "It has no box.";
        if (!_pages.TryGetValue(page, out var letters))
            _pages[page] = letters = _file.GetPage(page).Letters;
        var inside = Seen(string.Concat(letters.Where(l => IsIn(l, box)).Select(l => l.Value)));
        var missing = Without(Folded(OnPage(place, page)), Folded(inside));
        // A line's box holds no more than the line; a box over several also holds what stands beside a shorter one.
        var lines = _document.Blocks[place.Block].Layout!.Lines.Count(l => l.Page == page && l.Start < place.Start + place.Length && place.Start < l.End);
        if (lines == 1 && inside.Length > Seen(place.Text).Length + 1)
            return $"The box on page {page} holds more: “{Shortened(inside)}”.";
        return missing.Length == 0 ? null : $"In the box on page {page} stands “{Shortened(inside)}” without “{Shortened(missing)}”.";
    }

    /// <summary>What of the text stands on the page, where it runs over several.</summary>
    private string OnPage(Place place, int page)
    {
        var lines = _document.Blocks[place.Block].Layout!.Lines.Where(l => l.Page == page).ToList();
        return string.Concat(place.Text.Where((_, i) => lines.Exists(l => l.Start <= place.Start + i && place.Start + i < l.End)));
    }

    private static bool IsIn(Letter letter, PageBox box)
    {
        var glyph = letter.BoundingBox;
        var (x, y) = ((glyph.Left + glyph.Right) / 2, (glyph.Bottom + glyph.Top) / 2);
        return x >= box.Left - 0.5 && x <= box.Right + 0.5 && y >= box.Bottom - 0.5 && y <= box.Top + 0.5;
    }

    // Fonts name many Chinese characters by their compatibility twins.
    private static string Folded(string text) => Seen(text.Normalize(System.Text.NormalizationForm.FormKC));

    private static string Without(string text, string others)
    {
        var left = others.GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
        return string.Concat(text.Where(c => !left.TryGetValue(c, out var count) || (left[c] = count - 1) < 0));
    }
}
