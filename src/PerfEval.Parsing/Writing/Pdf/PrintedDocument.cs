using System.Globalization;
using System.Text;
using PerfEval.Parsing.Writing.Pdf.Files;
using PerfEval.Parsing.Writing.Pdf.Fonts;
using PerfEval.Parsing.Writing.Pdf.Layout;
using PerfEval.Parsing.Writing.Pdf.Tags;

namespace PerfEval.Parsing.Writing.Pdf;

/// <summary>Puts printed pages, their fonts, structure and bookmarks into one file.</summary>
internal sealed class PrintedDocument(ReportPrinter printed, DocumentFonts fonts)
{
    private const string Producer = "PerfEval.Parsing";

    private readonly PdfObjectFile _file = new();

    /// <summary>Writes the file.</summary>
    /// <param name="title">The document's title.</param>
    /// <param name="output">Where to.</param>
    public void Write(string title, Stream output)
    {
        var (catalog, tree) = (_file.Reserve(), _file.Reserve());
        var pages = printed.Flow.Pages.Select(_ => _file.Reserve()).ToList();
        var used = _file.Add($"<< /Font <<{string.Concat(fonts.Subsets.Select(font => string.Create(CultureInfo.InvariantCulture, $" /F{font.Number} {EmbeddedFonts.Add(_file, font)} 0 R")))} >> >>");
        for (var i = 0; i < pages.Count; i++)
            SetPage(i, pages[i], tree, used);
        _file.Set(tree, $"<< /Type /Pages /Count {pages.Count.ToString(CultureInfo.InvariantCulture)} /Kids [{string.Join(' ', pages.Select(PdfSyntax.Reference))}] >>");
        var structure = new StructureTreeWriter(_file, pages).Write(printed.Document);
        var outline = new Bookmarks(_file, pages).Write(printed.Headings) is { } bookmarks ? $"/Outlines {PdfSyntax.Reference(bookmarks)} /PageMode /UseOutlines" : "";
        _file.Set(
            catalog,
            $"<< /Type /Catalog /Pages {PdfSyntax.Reference(tree)} /Lang (zh-CN) /MarkInfo << /Marked true >> /StructTreeRoot {PdfSyntax.Reference(structure)} {outline} /ViewerPreferences << /DisplayDocTitle true >> >>");
        var info = _file.Add($"<< {(title.Length > 0 ? "/Title " + PdfSyntax.Text(title.Replace('\n', ' ')) : "")} /Producer ({Producer}) >>");
        _file.Write(output, catalog, info);
    }

    private void SetPage(int index, int number, int tree, int resources)
    {
        var page = printed.Flow.Pages[index];
        var content = _file.AddStream("", Encoding.Latin1.GetBytes(page.Content));
        _file.Set(
            number,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfSyntax.Number(page.Width)} {PdfSyntax.Number(page.Height)}] /Resources {resources} 0 R /Contents {content} 0 R /StructParents {index} /Tabs /S >>"));
    }
}
