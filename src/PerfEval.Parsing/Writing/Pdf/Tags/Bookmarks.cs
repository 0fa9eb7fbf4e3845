using System.Globalization;
using PerfEval.Parsing.Writing.Pdf.Files;

namespace PerfEval.Parsing.Writing.Pdf.Tags;

/// <summary>A heading as a viewer lists it.</summary>
/// <param name="Title">Its text.</param>
/// <param name="Level">Its level, 1-based.</param>
/// <param name="Page">The page, 0-based.</param>
/// <param name="Top">How high on the page the view begins.</param>
internal sealed record Bookmark(string Title, int Level, int Page, double Top)
{
    public List<Bookmark> Below { get; } = [];
}

/// <summary>Writes the bookmarks (document outline; ISO 32000-1, 12.3.3).</summary>
internal sealed class Bookmarks(PdfObjectFile file, IReadOnlyList<int> pages)
{
    /// <summary>Deeper headings stand beside those of this depth: no viewer shows more.</summary>
    private const int Deepest = 32;

    /// <summary>Writes them; the outline's number, <see langword="null"/> where there are none.</summary>
    public int? Write(IReadOnlyList<Bookmark> headings)
    {
        if (headings.Count == 0)
            return null;
        var top = Tree(headings);
        var root = file.Reserve();
        var numbers = Write(top, root);
        file.Set(root, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Outlines /First {numbers[0]} 0 R /Last {numbers[^1]} 0 R /Count {top.Count} >>"));
        return root;
    }

    private static List<Bookmark> Tree(IReadOnlyList<Bookmark> headings)
    {
        var top = new List<Bookmark>();
        var open = new List<Bookmark>();
        foreach (var heading in headings)
        {
            while (open.Count > 0 && (open[^1].Level >= heading.Level || open.Count >= Deepest))
                open.RemoveAt(open.Count - 1);
            (open.Count == 0 ? top : open[^1].Below).Add(heading);
            open.Add(heading);
        }

        return top;
    }

    private List<int> Write(List<Bookmark> siblings, int parent)
    {
        var numbers = siblings.ConvertAll(_ => file.Reserve());
        for (var i = 0; i < siblings.Count; i++)
        {
            var below = siblings[i].Below.Count == 0 ? [] : Write(siblings[i].Below, numbers[i]);
            var links = (i > 0 ? $" /Prev {PdfSyntax.Reference(numbers[i - 1])}" : "") + (i + 1 < numbers.Count ? $" /Next {PdfSyntax.Reference(numbers[i + 1])}" : "")
                // Closed at first: a long report's list would not fit.
                + (below.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" /First {below[0]} 0 R /Last {below[^1]} 0 R /Count {-below.Count}") : "");
            file.Set(numbers[i], $"<< /Title {PdfSyntax.Text(siblings[i].Title)} /Parent {PdfSyntax.Reference(parent)} /Dest [{PdfSyntax.Reference(pages[siblings[i].Page])} /XYZ null {PdfSyntax.Number(siblings[i].Top)} null]{links} >>");
        }

        return numbers;
    }
}
