using System.Buffers.Binary;
using System.Text;

namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>TrueType outlines (tables glyf and loca), and programs of some of them.</summary>
internal sealed class TrueTypeOutlines(SfntFile file, int glyphCount) : IFontOutlines
{
    private const int MoreComponents = 0x20;
    private const int MostGlyphs = 65_535;

    private readonly FontBytes _data = file["glyf"];
    private readonly FontBytes _places = file["loca"];
    private readonly bool _isLong = file["head"].I16(50) != 0;

    public byte[] Program(IReadOnlyList<int> glyphs, string name, IReadOnlyList<int> advances)
    {
        var outlines = new List<byte[]>(glyphs.Count);
        var wanted = new List<int>(glyphs);
        var parts = new Dictionary<int, int>();
        for (var i = 0; i < wanted.Count; i++)
            outlines.Add(Renumbered(Outline(wanted[i]), wanted, parts));

        return Assemble(outlines, [.. advances, .. Enumerable.Repeat(0, outlines.Count - advances.Count)]);
    }

    private byte[] Outline(int glyph)
    {
        if (glyph < 0 || glyph >= glyphCount)
            return [];
        var (start, end) = _isLong
            ? (_places.U32(4 * glyph), _places.U32(4 * glyph + 4))
            : (2u * (uint)_places.U16(2 * glyph), 2u * (uint)_places.U16(2 * glyph + 2));
        return _data.Slice(start, (long)end - start).Span.ToArray();
    }

    // A glyph composed of others names them by number; those are added behind all that show characters.
    private static byte[] Renumbered(byte[] outline, List<int> wanted, Dictionary<int, int> parts)
    {
        var glyph = new FontBytes(outline);
        if (outline.Length == 0 || glyph.I16(0) >= 0)
            return outline;
        for (int at = 10, flags = MoreComponents; (flags & MoreComponents) != 0;)
        {
            flags = glyph.U16(at);
            var part = glyph.U16(at + 2);
            if (!parts.TryGetValue(part, out var number))
            {
                parts[part] = number = wanted.Count;
                wanted.Add(wanted.Count < MostGlyphs ? part : throw FontBytes.Damaged());
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }

        return outline;
    }

    private byte[] Assemble(List<byte[]> outlines, int[] advances)
    {
        var (data, places, metrics) = (new MemoryStream(), new byte[4 * outlines.Count + 4], new byte[4 * outlines.Count]);
        for (var i = 0; i < outlines.Count; i++)
        {
            data.Write(outlines[i]);
            while (data.Length % 4 != 0)
                data.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * i + 4), (uint)data.Length);
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)advances[i]);
            // The side bearing is the outline's least x, as the head's flags say or viewers assume.
            if (outlines[i].Length >= 4)
                outlines[i].AsSpan(2, 2).CopyTo(metrics.AsSpan(4 * i + 2));
        }

        var (head, hhea, maxp) = (file["head"].Span.ToArray(), file["hhea"].Span.ToArray(), file["maxp"].Span.ToArray());
        head.AsSpan(8, 4).Clear();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)outlines.Count);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)outlines.Count);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = data.ToArray(),
            ["loca"] = places,
            ["hmtx"] = metrics,
            ["head"] = head,
            ["hhea"] = hhea,
            ["maxp"] = maxp,
        };
        foreach (var hinting in (string[])["cvt ", "fpgm", "prep"])
            if (file.Has(hinting))
                tables[hinting] = file[hinting].Span.ToArray();
        return Sfnt(tables);
    }

    private static byte[] Sfnt(SortedDictionary<string, byte[]> tables)
    {
        const uint Magic = 0xB1B0AFBA;
        var body = 12 + 16 * tables.Count;
        var sfnt = new byte[body + tables.Values.Sum(t => t.Length + 3 & ~3)];
        var power = 1 << (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(sfnt, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(sfnt.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(sfnt.AsSpan(6), (ushort)(power * 16));
        BinaryPrimitives.WriteUInt16BigEndian(sfnt.AsSpan(8), (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(sfnt.AsSpan(10), (ushort)(16 * tables.Count - power * 16));
        var (entry, at, head) = (12, body, 0);
        foreach (var (tag, table) in tables)
        {
            Encoding.ASCII.GetBytes(tag, sfnt.AsSpan(entry));
            table.CopyTo(sfnt.AsSpan(at));
            BinaryPrimitives.WriteUInt32BigEndian(sfnt.AsSpan(entry + 4), Sum(sfnt.AsSpan(at, table.Length + 3 & ~3)));
            BinaryPrimitives.WriteUInt32BigEndian(sfnt.AsSpan(entry + 8), (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(sfnt.AsSpan(entry + 12), (uint)table.Length);
            head = tag == "head" ? at : head;
            (entry, at) = (entry + 16, at + (table.Length + 3 & ~3));
        }

        BinaryPrimitives.WriteUInt32BigEndian(sfnt.AsSpan(head + 8), unchecked(Magic - Sum(sfnt)));
        return sfnt;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        return sum;
    }
}
