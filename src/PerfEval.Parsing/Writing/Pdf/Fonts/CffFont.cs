using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>CFF outlines (Adobe Technical Note 5176), and CID-keyed programs of some of them, whose glyphs are numbered as their characters are coded.</summary>
internal sealed class CffFont : IFontOutlines
{
    private const int Charset = 15;
    private const int CharStrings = 17;
    private const int Private = 18;
    private const int Subroutines = 19;
    private const int FontMatrix = 12 << 8 | 7;
    private const int FontBox = 5;
    private const int Registry = 12 << 8 | 30;
    private const int CidCount = 12 << 8 | 34;
    private const int DictArray = 12 << 8 | 36;
    private const int DictSelect = 12 << 8 | 37;

    /// <summary>The first number of a string that is not one of the standard strings.</summary>
    private const int OwnString = 391;

    private const byte EndOfGlyph = 14;

    private readonly CffDict _top;
    private readonly CffIndex _global;
    private readonly CffIndex _glyphs;
    private readonly FontBytes? _select;
    private readonly List<(CffDict Dict, CffDict Private, CffIndex? Local)> _dicts = [];

    /// <summary>What was flattened before: one report's glyphs are mostly those of the next.</summary>
    private readonly ConcurrentDictionary<int, byte[]> _flat = new();

    public CffFont(FontBytes cff)
    {
        var names = new CffIndex(cff, cff.U8(2));
        var tops = new CffIndex(cff, names.End);
        _top = new CffDict(tops[0]);
        _global = new CffIndex(cff, new CffIndex(cff, tops.End).End);
        _glyphs = new CffIndex(cff, At(_top, CharStrings));
        if (_top[Registry] is null)
        {
            AddDict(cff, _top);
            return;
        }

        _select = cff.From(At(_top, DictSelect));
        var dicts = new CffIndex(cff, At(_top, DictArray));
        for (var i = 0; i < dicts.Count; i++)
            AddDict(cff, new CffDict(dicts[i]));
    }

    public byte[] Program(IReadOnlyList<int> glyphs, string name, IReadOnlyList<int> advances)
    {
        var dicts = glyphs.Select(DictOf).ToList();
        var used = dicts.Distinct().Order().ToList();
        var programs = glyphs.Select(g => g < 0 ? [EndOfGlyph] : _flat.GetOrAdd(g, Flatten)).ToList();
        return Assemble(name, programs, [.. dicts.Select(d => (byte)used.IndexOf(d))], used);
    }

    private byte[] Flatten(int glyph) => new CharStringFlattener(_global, _dicts[DictOf(glyph)].Local).Flatten(_glyphs[glyph]);

    private void AddDict(FontBytes cff, CffDict dict)
    {
        if (dict.Numbers(Private) is not [var size, var at])
            throw FontBytes.Damaged();
        var own = new CffDict(cff.Slice(at, size));
        _dicts.Add((dict, own, own.Numbers(Subroutines) is [var offset] ? new CffIndex(cff, (long)at + offset) : null));
    }

    private static int At(CffDict dict, int name) => dict.Numbers(name) is [var offset] ? offset : throw FontBytes.Damaged();

    private int DictOf(int glyph)
    {
        if (_select is not { } select || glyph < 0)
            return 0;
        var dict = select.U8(0) == 0 ? select.U8(1 + glyph) : Ranged(select, glyph);
        return dict < _dicts.Count ? dict : throw FontBytes.Damaged();
    }

    private static int Ranged(FontBytes select, int glyph)
    {
        var (low, high) = (0, select.U16(1) - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (select.U16(3 + 3 * middle) <= glyph)
                low = middle;
            else
                high = middle - 1;
        }

        return select.U8(3 + 3 * low + 2);
    }

    private byte[] Assemble(string name, List<byte[]> programs, byte[] select, List<int> used)
    {
        byte[] front = [1, 0, 4, 4, .. CffIndex.Write([Encoding.ASCII.GetBytes(name)])];
        byte[] behind = [.. CffIndex.Write(["Adobe"u8.ToArray(), "Identity"u8.ToArray()]), .. CffIndex.Write([])];
        var charset = new byte[5];
        (charset[0], charset[2]) = (2, 1);
        BinaryPrimitives.WriteUInt16BigEndian(charset.AsSpan(3), (ushort)Math.Max(0, programs.Count - 2));
        var glyphs = CffIndex.Write(programs);
        var start = front.Length + CffIndex.Write([Top(programs.Count, 0, 0, 0, 0)]).Length + behind.Length;
        var privates = used.ConvertAll(d => _dicts[d].Private.Without(Subroutines));
        var atSelect = start + charset.Length;
        var atGlyphs = atSelect + 1 + select.Length;
        var at = atGlyphs + glyphs.Length;
        var dicts = new List<byte[]>();
        for (var i = 0; i < used.Count; i++)
        {
            dicts.Add([.. Kept(_top[Registry] is null ? null : _dicts[used[i]].Dict[FontMatrix]), .. CffDict.Entry(Private, privates[i].Length, at)]);
            at += privates[i].Length;
        }

        return
        [
            .. front, .. CffIndex.Write([Top(programs.Count, start, atSelect, atGlyphs, at)]), .. behind,
            .. charset, 0, .. select, .. glyphs, .. privates.SelectMany(p => p), .. CffIndex.Write(dicts),
        ];
    }

    private byte[] Top(int count, int charset, int select, int glyphs, int dicts) =>
    [
        .. CffDict.Entry(Registry, OwnString, OwnString + 1, 0), .. Kept(_top[FontMatrix]), .. _top[FontBox] is { } box ? CffDict.Entry(FontBox, box) : [],
        .. CffDict.Entry(CidCount, count), .. CffDict.Entry(Charset, charset), .. CffDict.Entry(DictSelect, select), .. CffDict.Entry(CharStrings, glyphs),
        .. CffDict.Entry(DictArray, dicts),
    ];

    private static byte[] Kept(byte[]? matrix) => matrix is null ? [] : CffDict.Entry(FontMatrix, matrix);
}
