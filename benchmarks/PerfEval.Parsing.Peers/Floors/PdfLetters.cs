using UglyToad.PdfPig;

namespace PerfEval.Parsing.Peers.Floors;

/// <summary>The letters of a PDF and nothing else, by PdfPig.</summary>
internal static class PdfLetters
{
    /// <summary>How many letters all pages have.</summary>
    public static int Count(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var letters = 0;
        for (var page = 1; page <= document.NumberOfPages; page++)
            letters += document.GetPage(page).Letters.Count;
        return letters;
    }

    /// <summary>How many pages there are.</summary>
    public static int Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }
}
