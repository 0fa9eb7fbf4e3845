using System.Text;

namespace PerfEval.Parsing.Reading.Pdf.Fonts;

/// <summary>A font whose codes are single bytes (Type 1, TrueType, Type 3).</summary>
internal sealed class SimpleFont : PdfFont
{
    private readonly string?[] _texts = new string?[256];
    private readonly double[] _widths;
    private readonly CMap? _toUnicode;
    private readonly LibraryFont _library;

    /// <param name="head">What it is called.</param>
    /// <param name="toUnicode">What the codes show, where the file says.</param>
    /// <param name="widths">The advances in units of the font size; NaN where the file does not say.</param>
    /// <param name="library">The library's view of the font, for what the tables do not say.</param>
    /// <param name="namesGlyphs">Whether an encoding names the glyphs.</param>
    public SimpleFont(FontHead head, CMap? toUnicode, double[] widths, LibraryFont library, bool namesGlyphs)
        : base(head)
    {
        (_toUnicode, _widths, _library) = (toUnicode, widths, library);
        MayHoldGbk = toUnicode is null && !namesGlyphs;
    }

    public override FontChar Read(ReadOnlySpan<byte> bytes)
    {
        var code = bytes[0];
        if (double.IsNaN(_widths[code]))
            _widths[code] = _library.Width(code) ?? 0.5;
        return new FontChar(code, 1, _texts[code] ??= TextOf(code), _widths[code]);
    }

    private string TextOf(int code)
    {
        if (_toUnicode?.Texts[code] is { Length: > 0 } text && text != "\0")
            return text;
        if (_library.Text(code) is { Length: > 0 } found)
            return found;
        // Codes of printable ASCII mean themselves in every Latin encoding.
        return MayHoldGbk || code is >= 0x20 and < 0x7F ? Encoding.Latin1.GetString([(byte)code]) : Unknown;
    }
}
