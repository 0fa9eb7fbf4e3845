using System.Text;
using PerfEval.Parsing.Reading.Encodings;
using PerfEval.Parsing.Reading.Pdf.Files;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Fonts;

/// <summary>Makes fonts from their dictionaries, each once a document.</summary>
internal sealed class FontLoader(PdfObjects objects)
{
    private const int ForceBold = 1 << 18;
    private const double BoldWeight = 600;

    private static readonly string[] BoldWords = ["bold", "heavy", "black", "demi", "粗"];

    private readonly Dictionary<(long Number, int Generation), PdfFont> _made = [];

    /// <summary>The font of a resource dictionary's entry; <see langword="null"/> where it is none.</summary>
    public PdfFont? Load(IToken token, IResourceStore library)
    {
        if (token is not IndirectReferenceToken reference)
            return objects.TryGet<DictionaryToken>(token, out var direct) ? Make(direct, new LibraryFont(() => null)) : null;
        var key = (reference.Data.ObjectNumber, reference.Data.Generation);
        if (_made.TryGetValue(key, out var known))
            return known;
        if (!objects.TryGet<DictionaryToken>(token, out var dictionary))
            return null;
        return _made[key] = Make(dictionary, FromLibrary(library, reference));
    }

    private static LibraryFont FromLibrary(IResourceStore library, IndirectReferenceToken reference) => new(() => library.GetFontDirectly(reference));

    private PdfFont Make(DictionaryToken font, LibraryFont library)
    {
        var toUnicode = objects.TryGet<StreamToken>(font, "ToUnicode", out var stream) ? CMap.Parse(objects.Decode(stream).Span) : null;
        if (toUnicode is { Texts.Count: 0 })
            toUnicode = null;
        return objects.Name(font, "Subtype") == "Type0" ? Composite(font, toUnicode, library) : Simple(font, toUnicode, library);
    }

    private SimpleFont Simple(DictionaryToken font, CMap? toUnicode, LibraryFont library)
    {
        var widths = new double[256];
        Array.Fill(widths, double.NaN);
        // Type 3 fonts have glyph spaces of their own.
        var unit = objects.TryGet<ArrayToken>(font, "FontMatrix", out var matrix) && matrix.Length > 0 && objects.TryGet<NumericToken>(matrix[0], out var scale)
            ? Math.Abs(scale.Double) : 0.001;
        var first = (int)(objects.Number(font, "FirstChar") ?? 0);
        if (objects.TryGet<ArrayToken>(font, "Widths", out var stated))
            for (var i = 0; i < stated.Length; i++)
                if (first + i is >= 0 and < 256 && objects.TryGet<NumericToken>(stated[i], out var width) && PdfFont.IsWidth(width.Double * unit))
                    widths[first + i] = width.Double * unit;
        var namesGlyphs = objects.TryGet<DictionaryToken>(font, "Encoding", out var encoding) && encoding.Data.ContainsKey("Differences");
        objects.TryGet<DictionaryToken>(font, "FontDescriptor", out var descriptor);
        return new SimpleFont(Head(font, descriptor), toUnicode, widths, library, namesGlyphs);
    }

    private CompositeFont Composite(DictionaryToken font, CMap? toUnicode, LibraryFont library)
    {
        var descendant = objects.TryGet<ArrayToken>(font, "DescendantFonts", out var fonts) && fonts.Length > 0 && objects.TryGet<DictionaryToken>(fonts[0], out var found)
            ? found : DictionaryToken.Empty;
        objects.TryGet<DictionaryToken>(descendant, "FontDescriptor", out var descriptor);
        var name = objects.Name(font, "Encoding");
        CMap? encoding = null;
        if (name is null && objects.TryGet<StreamToken>(font, "Encoding", out var stream))
        {
            encoding = CMap.Parse(objects.Decode(stream).Span);
            name = encoding.Base ?? objects.Name(stream.StreamDictionary, "UseCMap");
        }

        var kind = encoding is { HasSpaces: true } ? CodeKind.Mapped : KindOf(name ?? "");
        var isVertical = encoding?.IsVertical ?? name?.EndsWith("-V", StringComparison.Ordinal) == true;
        return new CompositeFont(Head(font, descriptor), kind, isVertical, encoding, toUnicode, Widths(descendant), library);
    }

    // The predefined maps of Adobe-GB1 (ISO 32000-1, table 118).
    private static CodeKind KindOf(string encoding)
    {
        if (encoding.StartsWith("UniGB", StringComparison.Ordinal))
            return CodeKind.Utf16;
        return encoding.StartsWith("GB", StringComparison.Ordinal) ? CodeKind.Gbk : CodeKind.Glyphs;
    }

    private CidWidths Widths(DictionaryToken descendant)
    {
        var standard = (objects.Number(descendant, "DW") ?? 1000) / 1000;
        var widths = new CidWidths(PdfFont.IsWidth(standard) ? standard : 1);
        if (!objects.TryGet<ArrayToken>(descendant, "W", out var table))
            return widths;
        for (var i = 0; i + 1 < table.Length;)
        {
            if (!objects.TryGet<NumericToken>(table[i], out var first))
            {
                i++;
                continue;
            }

            if (objects.TryGet<ArrayToken>(table[i + 1], out var each))
            {
                for (var k = 0; k < each.Length; k++)
                    if (objects.TryGet<NumericToken>(each[k], out var width) && PdfFont.IsWidth(width.Double / 1000))
                        widths.Add(first.Int + k, width.Double / 1000);
                i += 2;
            }
            else
            {
                if (i + 2 < table.Length && objects.TryGet<NumericToken>(table[i + 1], out var last) && objects.TryGet<NumericToken>(table[i + 2], out var width) && PdfFont.IsWidth(width.Double / 1000))
                    widths.AddRange(first.Int, last.Int, width.Double / 1000);
                i += 3;
            }
        }

        return widths;
    }

    private FontHead Head(DictionaryToken font, DictionaryToken? descriptor)
    {
        var name = NameOf(objects.Name(font, "BaseFont") ?? (descriptor is null ? null : objects.Name(descriptor, "FontName")) ?? "");
        var flags = descriptor is null ? 0 : (long)(objects.Number(descriptor, "Flags") ?? 0);
        var weight = descriptor is null ? 0 : objects.Number(descriptor, "FontWeight") ?? 0;
        var isBold = (flags & ForceBold) != 0 || weight >= BoldWeight || BoldWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
        return new FontHead(name, isBold);
    }

    /// <summary>A font's name: without the tag of a subset, and its bytes read as GBK where they are no ASCII.</summary>
    private static string NameOf(string name)
    {
        if (name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0)
            name = name[7..];
        if (name.All(char.IsAscii) || name.Any(c => c > 0xFF))
            return name;
        var bytes = Encoding.Latin1.GetBytes(name);
        return ChineseEncodings.Utf8.DecodeStrict(bytes) ?? ChineseEncodings.Gb18030.DecodeStrict(bytes) ?? name;
    }
}
