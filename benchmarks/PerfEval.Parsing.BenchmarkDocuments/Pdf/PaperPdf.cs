using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.BenchmarkDocuments.Pdf;

/// <summary>A report on A4 pages in the layout of official documents (28 characters a line, 22 lines a page), without tags; tables have ruled cells.</summary>
public sealed class PaperPdf
{
    private const double PageWidth = 595;
    private const double PageHeight = 842;
    private const double Left = 74;
    private const double Top = 105;
    private const double Bottom = 99;
    private const double BodySize = 16;
    private const double BodyLine = 28.8;
    private const double CellSize = 10.5;
    private const double CellLine = 14;
    private const int CharactersOfALine = 28;
    private const double TableWidth = CharactersOfALine * BodySize;

    private readonly PdfBody _body = new();
    private readonly PaperFontSet _fonts;
    private readonly List<string> _pages = [];
    private readonly StringBuilder _page = new();
    private double _y = PageHeight - Top;

    private PaperPdf(PaperFonts fonts) => _fonts = new PaperFontSet(fonts);

    /// <summary>The file.</summary>
    /// <param name="paper">The report.</param>
    /// <param name="fonts">How its characters are named.</param>
    /// <returns>Its bytes.</returns>
    public static byte[] Of(InventedPaper paper, PaperFonts fonts)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var pdf = new PaperPdf(fonts);
        foreach (var block in paper.Blocks)
            pdf.Place(block);
        pdf.EndPage();
        return pdf.Finish();
    }

    private void Place(PaperBlock block)
    {
        switch (block)
        {
            case PaperHeading { Level: 0 } title:
                foreach (var line in Lines(title.Text, CharactersOfALine * 16 / 22.0))
                    PlaceLine(line, Left + (TableWidth - line.Sum(PaperFontSet.Width) * 22) / 2, 22);
                break;
            case PaperHeading heading:
                PlaceText("　　" + heading.Text);
                break;
            case PaperParagraph paragraph:
                PlaceText("　　" + paragraph.Text);
                break;
            case PaperTable table:
                foreach (var row in table.Rows)
                    PlaceRow(row);
                _y -= BodyLine;
                break;
        }
    }

    private void PlaceText(string text)
    {
        foreach (var line in Lines(text, CharactersOfALine))
            PlaceLine(line.TrimStart('　'), Left + (line.Length - line.TrimStart('　').Length) * BodySize, BodySize);
    }

    private void PlaceLine(string line, double x, double size)
    {
        Need(BodyLine);
        _y -= BodyLine;
        Show(line, x, _y + 6, size);
    }

    private void PlaceRow(IReadOnlyList<string> row)
    {
        var width = TableWidth / row.Count;
        var cells = row.Select(cell => Lines(cell, Math.Floor(width / CellSize) - 1).ToList()).ToList();
        var height = Math.Max(1, cells.Max(lines => lines.Count)) * CellLine + 6;
        Need(height);
        for (var column = 0; column < cells.Count; column++)
        {
            var x = Left + column * width;
            _page.Append(CultureInfo.InvariantCulture, $"{x:0.##} {_y - height:0.##} {width:0.##} {height:0.##} re S\n");
            for (var i = 0; i < cells[column].Count; i++)
                Show(cells[column][i], x + 4, _y - (i + 1) * CellLine, CellSize);
        }

        _y -= height;
    }

    /// <summary>Shows a line as Word does: Chinese and Latin apart, each with its clip and colour.</summary>
    private void Show(string text, double x, double y, double size)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && PaperFontSet.Width(text[end]) == PaperFontSet.Width(text[start]))
                end++;
            _page.Append(CultureInfo.InvariantCulture, $"q\n0 0 {PageWidth} {PageHeight} re\nW* n\nBT\n1 0 0 1 {x:0.##} {y:0.##} Tm\n0 g\n0 G\n");
            _fonts.Show(_page, text[start..end], size);
            _page.Append("ET\nQ\n");
            x += PaperFontSet.Width(text[start]) * (end - start) * size;
            start = end;
        }
    }

    private void Need(double height)
    {
        if (_y - height < Bottom)
            EndPage();
    }

    private void EndPage()
    {
        if (_page.Length == 0)
            return;
        Show(string.Create(CultureInfo.InvariantCulture, $"— {_pages.Count + 1} —"), PageWidth / 2 - 28, 60, 14);
        _pages.Add("0.5 w\n" + _page);
        _page.Clear();
        _y = PageHeight - Top;
    }

    private static IEnumerable<string> Lines(string text, double characters)
    {
        var (start, width) = (0, 0.0);
        for (var i = 0; i < text.Length; i++)
        {
            if (width + PaperFontSet.Width(text[i]) > characters)
            {
                yield return text[start..i];
                (start, width) = (i, 0);
            }

            width += PaperFontSet.Width(text[i]);
        }

        if (start < text.Length)
            yield return text[start..];
    }

    private byte[] Finish()
    {
        var root = _body.Reserve();
        var resources = _body.Reserve();
        var kids = new List<int>();
        foreach (var content in _pages)
        {
            var stream = _body.AddStream(content);
            kids.Add(_body.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent {root} 0 R /MediaBox [0 0 {PageWidth} {PageHeight}] /Resources {resources} 0 R /Contents {stream} 0 R >>")));
        }

        _body.Add(resources, $"<< /Font << {_fonts.Write(_body)} >> >>");
        _body.Add(root, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] /Count {kids.Count} >>"));
        return _body.Finish(_body.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Catalog /Pages {root} 0 R >>")));
    }
}
