using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.BenchmarkDocuments.Pdf;

/// <summary>The fonts of one composed PDF: gives every character its code, and writes the fonts that the codes need.</summary>
internal sealed class PaperFontSet(PaperFonts kind)
{
    /// <summary>Codes of a simple font: 1 to 255, as LibreOffice counts.</summary>
    private const int CodesOfASimpleFont = 255;

    private readonly Dictionary<char, int> _codes = [];
    private readonly List<char> _characters = [];

    /// <summary>How wide a character is, in parts of the font's size.</summary>
    public static double Width(char character) => character < 0x80 ? 0.5 : 1;

    /// <summary>The operators that show a line of text in the font's size.</summary>
    public void Show(StringBuilder content, string text, double size)
    {
        for (var start = 0; start < text.Length;)
        {
            var font = Font(text[start]);
            var end = start + 1;
            while (end < text.Length && Font(text[end]) == font)
                end++;
            content.Append(CultureInfo.InvariantCulture, $"/F{font} {size} Tf\n[");
            foreach (var character in text.AsSpan(start, end - start))
                Glyph(content, character);
            content.Append("] TJ\n");
            start = end;
        }
    }

    /// <summary>Writes the fonts.</summary>
    /// <returns>The entries of the pages' font dictionary.</returns>
    public string Write(PdfBody body) => kind switch
    {
        PaperFonts.Simple => string.Join(' ', _characters.Chunk(CodesOfASimpleFont).Select((characters, i) => Reference(i, Simple(body, i, characters)))),
        PaperFonts.Identity => Reference(0, Identity(body)),
        _ => Reference(0, Song(body)),
    };

    private int Font(char character) => kind == PaperFonts.Simple ? Number(character) / CodesOfASimpleFont : 0;

    /// <summary>A glyph and how far the next one is moved: justified lines have such a number after each.</summary>
    private void Glyph(StringBuilder content, char character)
    {
        content.Append('<');
        Code(content, character);
        content.Append(CultureInfo.InvariantCulture, $">{character % 5 - 2}");
    }

    private void Code(StringBuilder content, char character) => _ = kind switch
    {
        PaperFonts.Simple => content.Append(CultureInfo.InvariantCulture, $"{Number(character) % CodesOfASimpleFont + 1:X2}"),
        PaperFonts.Identity => content.Append(CultureInfo.InvariantCulture, $"{Number(character) + 1:X4}"),
        _ => content.Append(CultureInfo.InvariantCulture, $"{(int)character:X4}"),
    };

    private int Number(char character)
    {
        if (_codes.TryGetValue(character, out var number))
            return number;
        _characters.Add(character);
        return _codes[character] = _characters.Count - 1;
    }

    private static int Simple(PdfBody body, int index, char[] characters)
    {
        var name = $"{new string((char)('A' + index), 6)}+FangSong";
        var descriptor = body.Add($"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -140 1000 860] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 860 /StemV 80 >>");
        var map = body.AddStream(ToUnicode(characters, "<01> <FF>", "X2"));
        var widths = string.Join(' ', characters.Select(c => (Width(c) * 1000).ToString(CultureInfo.InvariantCulture)));
        return body.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 1 /LastChar {characters.Length} /Widths [{widths}] /FontDescriptor {descriptor} 0 R /ToUnicode {map} 0 R >>"));
    }

    private int Identity(PdfBody body)
    {
        const string Name = "AAAAAA+FangSong";
        var descriptor = body.Add($"<< /Type /FontDescriptor /FontName /{Name} /Flags 4 /FontBBox [0 -140 1000 860] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 860 /StemV 80 >>");
        var widths = string.Concat(_characters.Select((c, i) => Width(c) < 1 ? string.Create(CultureInfo.InvariantCulture, $"{i + 1} [500] ") : ""));
        var descendant = body.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [{widths}] /CIDToGIDMap /Identity /FontDescriptor {descriptor} 0 R >>"));
        var map = body.AddStream(ToUnicode(_characters, "<0000> <FFFF>", "X4"));
        return body.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /Type0 /BaseFont /{Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {map} 0 R >>"));
    }

    private static int Song(PdfBody body)
    {
        var descriptor = body.Add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        // The first 95 characters of Adobe-GB1 are those of ASCII.
        var descendant = body.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor {descriptor} 0 R >>"));
        return body.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [{descendant} 0 R] >>"));
    }

    private static string ToUnicode(IReadOnlyList<char> characters, string codes, string digits)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n");
        map.Append("1 begincodespacerange\n").Append(codes).Append("\nendcodespacerange\n");
        foreach (var chunk in characters.Index().Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (i, character) in chunk)
                map.Append('<').Append((i + 1).ToString(digits, CultureInfo.InvariantCulture)).Append(CultureInfo.InvariantCulture, $"> <{(int)character:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Reference(int font, int number) => string.Create(CultureInfo.InvariantCulture, $"/F{font} {number} 0 R");
}
