namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>
/// Makes a glyph's program (Type 2 charstring, Adobe Technical Note 5177) independent of the font's subroutines, by putting each in the place
/// where it is called: a font of few glyphs then need not carry the subroutines of all.
/// </summary>
internal sealed class CharStringFlattener(CffIndex global, CffIndex? local)
{
    private const int DeepestCall = 10;
    private const int LongestGlyph = 1 << 20;

    private readonly List<byte> _program = [];
    private readonly List<(int Value, int At)> _stack = [];
    private int _stems;

    /// <summary>A glyph's program without calls.</summary>
    /// <exception cref="InvalidDataException">The program is damaged.</exception>
    public byte[] Flatten(FontBytes glyph)
    {
        _program.Clear();
        _stack.Clear();
        _stems = 0;
        Run(glyph, 0);
        return [.. _program];
    }

    /// <returns>Whether the glyph goes on behind the program.</returns>
    private bool Run(FontBytes code, int depth)
    {
        for (var at = 0; at < code.Length;)
        {
            if (_program.Count > LongestGlyph)
                throw FontBytes.Damaged();
            var first = code.U8(at);
            if (first >= 32 || first == 28)
            {
                at += Number(code, at);
                continue;
            }

            switch (first)
            {
                case 10 or 29:
                    at++;
                    if (!Call(first == 10 ? local : global, depth))
                        return false;
                    break;
                case 11:
                    return true;
                case 14:
                    _program.Add(first);
                    return false;
                case 19 or 20:
                    _stems += _stack.Count / 2;
                    at = Copy(code, at, 1 + (_stems + 7) / 8);
                    break;
                default:
                    if (first is 1 or 3 or 18 or 23)
                        _stems += _stack.Count / 2;
                    at = Copy(code, at, first == 12 ? 2 : 1);
                    break;
            }
        }

        return true;
    }

    private bool Call(CffIndex? subroutines, int depth)
    {
        if (subroutines is null || _stack.Count == 0 || depth == DeepestCall)
            throw FontBytes.Damaged();
        var (value, at) = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        _program.RemoveRange(at, _program.Count - at);
        return Run(subroutines[value + Bias(subroutines.Count)], depth + 1);
    }

    private static int Bias(int count) => count < 1240 ? 107 : count < 33_900 ? 1131 : 32_768;

    private int Number(FontBytes code, int at)
    {
        var first = code.U8(at);
        var (value, length) = first switch
        {
            28 => (code.I16(at + 1), 3),
            <= 246 => (first - 139, 1),
            <= 250 => ((first - 247) * 256 + code.U8(at + 1) + 108, 2),
            <= 254 => (-(first - 251) * 256 - code.U8(at + 1) - 108, 2),
            _ => (code.I16(at + 1), 5),
        };
        _stack.Add((value, _program.Count));
        _program.AddRange(code.Slice(at, length).Span);
        return length;
    }

    private int Copy(FontBytes code, int at, int length)
    {
        _program.AddRange(code.Slice(at, length).Span);
        _stack.Clear();
        return at + length;
    }
}
