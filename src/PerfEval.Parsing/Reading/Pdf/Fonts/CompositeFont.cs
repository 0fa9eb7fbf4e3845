using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Reading.Pdf.Fonts;

/// <summary>How the strings of a composite font are split into codes, and what the codes are.</summary>
internal enum CodeKind
{
    /// <summary>Two bytes that number the glyphs (Identity-H).</summary>
    Glyphs,

    /// <summary>Bytes of GBK or GB 18030 (GBK-EUC-H, GBKp-EUC-H, GB-EUC-H, GBpc-EUC-H, GBK2K-H).</summary>
    Gbk,

    /// <summary>Units of UTF-16 (UniGB-UCS2-H, UniGB-UTF16-H).</summary>
    Utf16,

    /// <summary>As a map in the file says.</summary>
    Mapped,
}

/// <summary>A font of many glyphs (Type 0; ISO 32000-1, 9.7).</summary>
internal sealed class CompositeFont : PdfFont
{
    /// <summary>In Adobe-GB1 the letters of ASCII begin here, proportional and at half width.</summary>
    private const int FirstProportional = 1;
    private const int FirstHalfWidth = 814;

    private readonly CodeKind _kind;
    private readonly CMap? _encoding;
    private readonly CMap? _toUnicode;
    private readonly CidWidths _widths;
    private readonly LibraryFont _library;
    private readonly CodeTable<Entry> _entries = new();

    public CompositeFont(FontHead head, CodeKind kind, bool isVertical, CMap? encoding, CMap? toUnicode, CidWidths widths, LibraryFont library)
        : base(head)
    {
        (_kind, _encoding, _toUnicode, _widths, _library) = (kind, encoding, toUnicode, widths, library);
        IsVertical = isVertical;
    }

    public override FontChar Read(ReadOnlySpan<byte> bytes)
    {
        var (code, length) = Split(bytes);
        var entry = _entries[code] ?? (_entries[code] = new Entry(TextOf(code, length), WidthOf(code, length)));
        return new FontChar(code, length, entry.Text, entry.Width);
    }

    private (int Code, int Length) Split(ReadOnlySpan<byte> bytes)
    {
        if (_kind == CodeKind.Mapped)
            return _encoding!.ReadCode(bytes);
        if (_kind == CodeKind.Gbk)
        {
            if (bytes[0] < 0x81 || bytes.Length == 1)
                return (bytes[0], 1);
            var isFour = bytes.Length >= 4 && bytes[1] is >= 0x30 and <= 0x39;
            return isFour ? ((bytes[0] & 0x7F) << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3], 4) : (bytes[0] << 8 | bytes[1], 2);
        }

        return bytes.Length == 1 ? (bytes[0], 1) : (bytes[0] << 8 | bytes[1], 2);
    }

    private string TextOf(int code, int length)
    {
        if (_toUnicode?.Texts[code] is { Length: > 0 } text && text is not ("\0" or Unknown))
            return text;
        if (_kind == CodeKind.Utf16)
            return CharText.Of(Radicals.ToIdeograph((char)code));
        if (_kind == CodeKind.Gbk)
            return Gbk(code, length);
        return _library.Text(code) is { Length: > 0 } found && found != Unknown ? found : Unknown;
    }

    private static new string Gbk(int code, int length)
    {
        ReadOnlySpan<byte> bytes = length switch
        {
            1 => [(byte)code],
            2 => [(byte)(code >> 8), (byte)code],
            _ => [(byte)(code >> 24 | 0x80), (byte)(code >> 16), (byte)(code >> 8), (byte)code],
        };
        return ChineseEncodings.Gb18030.DecodeStrict(bytes) ?? Unknown;
    }

    private double WidthOf(int code, int length)
    {
        if (_kind == CodeKind.Mapped)
            return _widths.Of(_encoding!.CidOf(code, length));
        if (_kind == CodeKind.Glyphs)
            return _widths.Of(code);
        // Of the collection's numbers only those of ASCII are needed: everything else is as wide as an ideograph.
        if (code is < 0x20 or >= 0x7F || (_kind == CodeKind.Gbk && length > 1))
            return _widths.Default;
        return _widths.Stated(code - 0x20 + FirstProportional) ?? _widths.Stated(code - 0x20 + FirstHalfWidth) ?? Math.Min(0.5, _widths.Default);
    }

    private sealed record Entry(string Text, double Width);
}

/// <summary>The advances of a composite font by glyph number (DW and W; ISO 32000-1, 9.7.4.3), in units of the font size.</summary>
internal sealed class CidWidths(double standard)
{
    /// <summary>A table with more ranges is made to do harm.</summary>
    private const int MostRanges = 20_000;

    private readonly Dictionary<int, float> _single = [];
    private readonly List<(int First, int Last, float Width)> _ranges = [];

    public double Default => standard;

    public void Add(int cid, double width)
    {
        if (_single.Count <= char.MaxValue)
            _single[cid] = (float)width;
    }

    public void AddRange(int first, int last, double width)
    {
        if (_ranges.Count < MostRanges)
            _ranges.Add((first, last, (float)width));
    }

    public double Of(int cid) => Stated(cid) ?? standard;

    public double? Stated(int cid)
    {
        if (_single.TryGetValue(cid, out var width))
            return width;
        foreach (var range in _ranges)
            if (cid >= range.First && cid <= range.Last)
                return range.Width;
        return null;
    }
}
