using System.Buffers.Binary;
using System.Text;
using PerfEval.Parsing.Writing.Pdf.Fonts;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>Makes font files in memory, so that tests need none installed. Every character has a glyph of its own, all with the outline of one box.</summary>
internal static class FontFixture
{
    private const int Units = 1000;

    /// <summary>What the font has besides ASCII, which is half as wide: common punctuation, ideographs, full-width forms, rare ideographs.</summary>
    private static readonly (int First, int Last)[] Ranges =
        [(0x20, 0x7E), (0xE9, 0xE9), (0x2010, 0x2030), (0x2260, 0x2265), (0x3000, 0x3020), (0x4E00, 0x9FA5), (0xFF01, 0xFF5E), (0x20000, 0x20100)];

    // A square of 800 units: one contour of four points on the curve, each with two coordinates of 16 bits.
    private static readonly byte[] Box = [.. Numbers(1, 0, 0, 800, 800, 3, 0), 1, 1, 1, 1, .. Numbers(0, 800, 0, -800), .. Numbers(0, 0, 800, 0), 0, 0];

    // Two boxes side by side: glyphs 34 (A) and 35 (B), the second moved by 100 units.
    private static readonly byte[] TwoBoxes = [.. Numbers(-1, 0, 0, 900, 800, 0x21, 34, 0, 0, 0x01, 35, 100, 0), 0, 0];

    private static byte[]? _usual;

    /// <summary>The font with TrueType outlines.</summary>
    internal static byte[] TrueType() => _usual ??= Font(rights: 0);

    /// <summary>The font whose maker forbids to embed it.</summary>
    internal static byte[] Restricted() => Font(rights: 2);

    /// <summary>A font of ASCII letters only, with a character map of 16 bits.</summary>
    internal static byte[] Latin() => Font(rights: 0, [(0x20, 0x7E)], isNarrow: true);

    /// <summary>A font with CFF outlines of which a subroutine draws the box.</summary>
    internal static byte[] Cff()
    {
        (int First, int Last)[] ranges = [(0x20, 0x7E), (0x3000, 0x3020), (0x4E00, 0x9FA5), (0xFF01, 0xFF5E)];
        var glyphs = 1 + ranges.Sum(r => r.Last - r.First + 1);
        // 100 100 rmoveto; 800 0 rlineto; 0 800 rlineto; -800 0 rlineto.
        byte[] box = [239, 239, 21, .. Charstring(800, 0), 5, .. Charstring(0, 800), 5, .. Charstring(-800, 0), 5, 11];
        byte[] call = [(byte)(139 - 107), 29, 14];
        byte[] front = [1, 0, 4, 1, .. CffIndex.Write(["Boxes"u8.ToArray()])];
        var strings = CffIndex.Write(Enumerable.Repeat(call, glyphs).ToList());
        byte[] behind = [.. CffIndex.Write([]), .. CffIndex.Write([box])];
        var at = front.Length + CffIndex.Write([Top(0, 0)]).Length + behind.Length;
        byte[] cff = [.. front, .. CffIndex.Write([Top(at, at + strings.Length)]), .. behind, .. strings, .. CffDict.Entry(20, 500)];
        return Sfnt(Tables(ranges, 0, false).Append(("CFF ", cff)), 0x4F54544F);

        static byte[] Top(int glyphs, int dict) => [.. CffDict.Entry(17, glyphs), .. CffDict.Entry(18, 6, dict)];
        static byte[] Charstring(int x, int y) => [28, (byte)(x >> 8), (byte)x, 28, (byte)(y >> 8), (byte)y];
    }

    /// <summary>A collection of fonts.</summary>
    internal static byte[] Collection(params byte[][] fonts)
    {
        var start = 12 + 4 * fonts.Length;
        var file = new byte[start + fonts.Sum(f => f.Length)];
        Encoding.ASCII.GetBytes("ttcf", file);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4), 0x00010000);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(8), (uint)fonts.Length);
        for (var i = 0; i < fonts.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(12 + 4 * i), (uint)start);
            fonts[i].CopyTo(file, start);
            // The tables are found from the beginning of the file.
            for (var t = 0; t < BinaryPrimitives.ReadUInt16BigEndian(fonts[i].AsSpan(4)); t++)
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(start + 20 + 16 * t), (uint)start + BinaryPrimitives.ReadUInt32BigEndian(fonts[i].AsSpan(20 + 16 * t)));
            start += fonts[i].Length;
        }

        return file;
    }

    private static byte[] Font(int rights, (int First, int Last)[]? ranges = null, bool isNarrow = false)
    {
        ranges ??= Ranges;
        var glyphs = 1 + ranges.Sum(r => r.Last - r.First + 1);
        var composed = 1 + 0x7F - 0x20;
        var (data, places) = (new MemoryStream(), new byte[4 * glyphs + 4]);
        for (var i = 0; i < glyphs; i++)
        {
            data.Write(i == composed && glyphs > composed ? TwoBoxes : Box);
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * i + 4), (uint)data.Length);
        }

        return Sfnt(Tables(ranges, rights, isNarrow).Append(("glyf", data.ToArray())).Append(("loca", places)), 0x00010000);
    }

    private static IEnumerable<(string, byte[])> Tables((int First, int Last)[] ranges, int rights, bool isNarrow)
    {
        var glyphs = 1 + ranges.Sum(r => r.Last - r.First + 1);
        var widths = new byte[4 * glyphs];
        for (var i = 0; i < glyphs; i++)
            BinaryPrimitives.WriteUInt16BigEndian(widths.AsSpan(4 * i), (ushort)(i is > 0 and < 96 ? Units / 2 : Units));
        var head = new byte[54];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(18), Units);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var hhea = new byte[36];
        Numbers(880, -120).CopyTo(hhea, 4);
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)glyphs);
        var maxp = new byte[32];
        maxp[1] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)glyphs);
        var os2 = new byte[96];
        BinaryPrimitives.WriteUInt16BigEndian(os2.AsSpan(8), (ushort)rights);
        return [("OS/2", os2), ("cmap", isNarrow ? Narrow(ranges[0]) : Wide(ranges)), ("head", head), ("hhea", hhea), ("hmtx", widths), ("maxp", maxp), ("name", Name("BoxSong"))];
    }

    private static byte[] Wide((int First, int Last)[] ranges)
    {
        var map = new MemoryStream();
        map.Write(Numbers(0, 1, 3, 10, 0, 12, 12, 0));
        foreach (var number in (int[])[16 + 12 * ranges.Length, 0, ranges.Length])
            map.Write(Long(number));
        var glyph = 1;
        foreach (var (first, last) in ranges)
        {
            map.Write([.. Long(first), .. Long(last), .. Long(glyph)]);
            glyph += last - first + 1;
        }

        return map.ToArray();
    }

    private static byte[] Narrow((int First, int Last) range) =>
        [.. Numbers(0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, range.Last, -1, 0, range.First, -1, 1 - range.First, 1, 0, 0)];

    private static byte[] Name(string name)
    {
        var text = Encoding.BigEndianUnicode.GetBytes(name);
        return [.. Numbers(0, 1, 18, 3, 1, 0x409, 6, text.Length, 0), .. text];
    }

    private static byte[] Sfnt(IEnumerable<(string Tag, byte[] Data)> tables, uint version)
    {
        var sorted = tables.OrderBy(t => t.Tag, StringComparer.Ordinal).ToList();
        var file = new MemoryStream();
        file.Write([.. Long((int)version), .. Numbers(sorted.Count, 0, 0, 0)]);
        var at = 12 + 16 * sorted.Count;
        foreach (var (tag, data) in sorted)
        {
            file.Write([.. Encoding.ASCII.GetBytes(tag), .. Long(0), .. Long(at), .. Long(data.Length)]);
            at += data.Length + 3 & ~3;
        }

        foreach (var (_, data) in sorted)
            file.Write([.. data, .. new byte[(data.Length + 3 & ~3) - data.Length]]);
        return file.ToArray();
    }

    private static byte[] Numbers(params int[] numbers) => [.. numbers.SelectMany(n => (byte[])[(byte)(n >> 8), (byte)n])];

    private static byte[] Long(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
