using UglyToad.PdfPig.PdfFonts;

namespace PerfEval.Parsing.Reading.Pdf.Fonts;

/// <summary>
/// The library's view of a font, which reads the font program itself. It is costly, so it is made only when a font's own tables leave a code
/// unexplained; what it throws means that it does not know.
/// </summary>
internal sealed class LibraryFont(Func<IFont?> load)
{
    private IFont? _font;
    private bool _loaded;

    public string? Text(int code)
    {
        try
        {
            return Font() is { } font && font.TryGetUnicode(code, out var text) && text is not "\0" ? Ideographs(text) : null;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return null;
        }
    }

    /// <summary>The advance in units of the font size.</summary>
    public double? Width(int code)
    {
        try
        {
            if (Font() is not { } font)
                return null;
            var width = font.GetBoundingBox(code).Width;
            return double.IsFinite(width) && width is > 0 and < 10 ? width : null;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return null;
        }
    }

    private static string Ideographs(string text) => text.Length == 1 ? CharText.Of(Radicals.ToIdeograph(text[0])) : text;

    private IFont? Font()
    {
        if (!_loaded)
        {
            _loaded = true;
            _font = load();
        }

        return _font;
    }
}
