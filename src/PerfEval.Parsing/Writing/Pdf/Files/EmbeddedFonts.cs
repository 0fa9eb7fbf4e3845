using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Parsing.Writing.Pdf.Fonts;

namespace PerfEval.Parsing.Writing.Pdf.Files;

/// <summary>Puts the glyphs that a document uses into it, with what text they stand for (ISO 32000-1, 9.7 and 9.10.3).</summary>
internal static class EmbeddedFonts
{
    /// <summary>The most lines of a block of a character map.</summary>
    private const int MostLines = 100;

    /// <summary>Adds a font; its number.</summary>
    public static int Add(PdfObjectFile file, FontSubset font)
    {
        var name = $"{Tag(font)}+{font.Face.Name}";
        var program = font.Face.Program(font.Glyphs);
        var embedded = file.AddStream(font.Face.IsCff ? "/Subtype /CIDFontType0C" : string.Create(CultureInfo.InvariantCulture, $"/Length1 {program.Length}"), program);
        var descriptor = file.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Face.Box)}] /ItalicAngle 0 /Ascent {font.Face.Ascent} /Descent {font.Face.Descent} /CapHeight 700 /StemV 80 /{(font.Face.IsCff ? "FontFile3" : "FontFile2")} {embedded} 0 R >>"));
        var descendant = file.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /{(font.Face.IsCff ? "CIDFontType0" : "CIDFontType2 /CIDToGIDMap /Identity")} /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 1000 /W {Widths(font)} >>"));
        var toUnicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode(font)));
        return file.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {toUnicode} 0 R >>");
    }

    // Six letters that tell one subset of a font from another (ISO 32000-1, 9.6.4).
    private static string Tag(FontSubset font)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', font.Characters)));
        return string.Concat(hash.Take(6).Select(b => (char)('A' + b % 26)));
    }

    private static string Widths(FontSubset font)
    {
        var widths = new StringBuilder("[");
        var isOpen = false;
        for (var code = 0; code < font.Glyphs.Count; code++)
        {
            var width = font.Face.Advance(font.Glyphs[code]);
            if (isOpen && width == 1000)
                widths.Append(']');
            if (!isOpen && width != 1000)
                widths.Append(CultureInfo.InvariantCulture, $" {code} [");
            isOpen = width != 1000;
            if (isOpen)
                widths.Append(CultureInfo.InvariantCulture, $"{width} ");
        }

        return widths.Append(isOpen ? "]]" : "]").ToString();
    }

    private static string ToUnicode(FontSubset font)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n");
        map.Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var codes in Enumerable.Range(1, font.Characters.Count - 1).Chunk(MostLines))
        {
            map.Append(CultureInfo.InvariantCulture, $"{codes.Length} beginbfchar\n");
            foreach (var code in codes)
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(font.Characters[code])))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
