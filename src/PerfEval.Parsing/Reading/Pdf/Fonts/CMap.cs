using System.Text;
using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Fonts;

/// <summary>A character map in a file: ToUnicode, or the encoding of a composite font (Adobe Technical Notes 5014 and 5411).</summary>
internal sealed class CMap
{
    /// <summary>More codes than a font of two bytes has; a table with more is made to do harm.</summary>
    private const int MostEntries = 1 << 18;

    /// <summary>More ranges than the largest published map has.</summary>
    private const int MostRanges = 20_000;
    private const int MostSpaces = 256;

    private readonly List<(int Length, uint Low, uint High)> _spaces = [];
    private readonly List<(int Length, uint Low, uint High, int Cid)> _cids = [];
    private int _entries;

    /// <summary>What the codes show.</summary>
    public CodeTable<string> Texts { get; } = new();

    public bool IsVertical { get; private set; }

    /// <summary>The map of which this one is an extension.</summary>
    public string? Base { get; private set; }

    public bool HasSpaces => _spaces.Count > 0;

    public static CMap Parse(ReadOnlySpan<byte> source)
    {
        var map = new CMap();
        map.Read(new ContentLexer(source));
        return map;
    }

    /// <summary>Splits the first code off.</summary>
    public (int Code, int Length) ReadCode(ReadOnlySpan<byte> bytes)
    {
        uint code = 0;
        for (var length = 1; length <= Math.Min(4, bytes.Length); length++)
        {
            code = code << 8 | bytes[length - 1];
            foreach (var space in _spaces)
                if (space.Length == length && Inside(code, space.Low, space.High, length))
                    return ((int)code, length);
        }

        // A code of no range is as long as the shortest.
        var shortest = Math.Clamp(_spaces.Count == 0 ? 2 : _spaces.Min(s => s.Length), 1, bytes.Length);
        code = 0;
        for (var i = 0; i < shortest; i++)
            code = code << 8 | bytes[i];
        return ((int)code, shortest);
    }

    /// <summary>The glyph's number in its collection.</summary>
    public int CidOf(int code, int length)
    {
        for (var i = _cids.Count - 1; i >= 0; i--)
            if (_cids[i].Length == length && (uint)code >= _cids[i].Low && (uint)code <= _cids[i].High)
                return _cids[i].Cid + (int)((uint)code - _cids[i].Low);
        return _cids.Count == 0 ? code : 0;
    }

    // Each byte has a range of its own (Technical Note 5411).
    private static bool Inside(uint code, uint low, uint high, int length)
    {
        for (var shift = 0; shift < length * 8; shift += 8)
        {
            var part = code >> shift & 0xFF;
            if (part < (low >> shift & 0xFF) || part > (high >> shift & 0xFF))
                return false;
        }

        return true;
    }

    private void Read(ContentLexer lexer)
    {
        var before = default(Token);
        var name = "";
        for (var token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
        {
            if (token.Kind != TokenKind.Operator)
            {
                if (token.Kind == TokenKind.Name)
                    name = Encoding.Latin1.GetString(lexer.TextOf(token));
                if (token.Kind == TokenKind.Number && name == "WMode")
                    IsVertical = token.Number == 1;
                before = token;
                continue;
            }

            var word = lexer.OperatorOf(token);
            if (word.SequenceEqual("usecmap"u8) && before.Kind == TokenKind.Name)
                Base = name;
            else if (word.SequenceEqual("begincodespacerange"u8))
                ReadSpaces(ref lexer);
            else if (word.SequenceEqual("beginbfchar"u8))
                ReadTexts(ref lexer, isRange: false);
            else if (word.SequenceEqual("beginbfrange"u8))
                ReadTexts(ref lexer, isRange: true);
            else if (word.SequenceEqual("begincidchar"u8))
                ReadCids(ref lexer, isRange: false);
            else if (word.SequenceEqual("begincidrange"u8))
                ReadCids(ref lexer, isRange: true);
            lexer.ForgetText();
        }
    }

    private void ReadSpaces(ref ContentLexer lexer)
    {
        while (lexer.Next() is { Kind: TokenKind.String } low && lexer.Next() is { Kind: TokenKind.String } high && low.Length is >= 1 and <= 4 && _spaces.Count < MostSpaces)
            _spaces.Add((low.Length, Code(lexer.TextOf(low)), Code(lexer.TextOf(high))));
    }

    private void ReadCids(ref ContentLexer lexer, bool isRange)
    {
        while (lexer.Next() is { Kind: TokenKind.String } first)
        {
            var last = isRange ? lexer.Next() : first;
            var cid = lexer.Next();
            if (last.Kind != TokenKind.String || cid.Kind != TokenKind.Number || _cids.Count >= MostRanges)
                return;
            _cids.Add((first.Length, Code(lexer.TextOf(first)), Code(lexer.TextOf(last)), (int)cid.Number));
        }
    }

    private void ReadTexts(ref ContentLexer lexer, bool isRange)
    {
        while (lexer.Next() is { Kind: TokenKind.String } first)
        {
            var low = Code(lexer.TextOf(first));
            var high = low;
            if (isRange)
            {
                if (lexer.Next() is not { Kind: TokenKind.String } last)
                    return;
                high = Code(lexer.TextOf(last));
            }

            var target = lexer.Next();
            if (target.Kind == TokenKind.String)
                SetRange(low, high, lexer.TextOf(target));
            else if (target.Kind == TokenKind.ArrayStart)
                SetEach(ref lexer, low, high);
            else
                return;
            lexer.ForgetText();
        }
    }

    private void SetEach(ref ContentLexer lexer, uint low, uint high)
    {
        for (var code = low; lexer.Next() is { Kind: TokenKind.String } text; code++)
            if (code <= high)
                Set(code, Text(lexer.TextOf(text), 0));
    }

    private void SetRange(uint low, uint high, ReadOnlySpan<byte> target)
    {
        for (var code = low; code <= high && code - low <= char.MaxValue; code++)
        {
            if (_entries >= MostEntries)
                return;
            Set(code, Text(target, code - low));
            if (code == uint.MaxValue)
                return;
        }
    }

    private void Set(uint code, string text)
    {
        if (_entries++ < MostEntries && code <= int.MaxValue)
            Texts[(int)code] = text;
    }

    /// <summary>UTF-16 text whose last character is so much further on.</summary>
    private static string Text(ReadOnlySpan<byte> utf16, uint further)
    {
        if (utf16.Length == 1)
            return CharText.Of(Radicals.ToIdeograph((char)(utf16[0] + further)));
        if (utf16.Length == 2)
            return CharText.Of(Radicals.ToIdeograph((char)((utf16[0] << 8 | utf16[1]) + further)));
        var units = new char[utf16.Length / 2];
        for (var i = 0; i < units.Length; i++)
            units[i] = Radicals.ToIdeograph((char)(utf16[2 * i] << 8 | utf16[2 * i + 1]));
        if (units.Length > 0)
            units[^1] = (char)(units[^1] + further);
        return new string(units);
    }

    private static uint Code(ReadOnlySpan<byte> bytes)
    {
        uint code = 0;
        foreach (var value in bytes)
            code = code << 8 | value;
        return code;
    }
}
