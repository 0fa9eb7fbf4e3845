using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Reading.Pdf.Content;

internal enum TokenKind : byte
{
    End,
    Number,
    String,
    Name,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,
    Operator,
}

/// <summary>One token. Operators stand in the source; so do strings and names in which nothing is escaped, all others in the lexer's buffer.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, double Number, int Start, int Length, bool IsBuffered = false);

/// <summary>Splits a content stream into tokens (ISO 32000-1, 7.2 and 7.8). Malformed bytes are skipped, as viewers do.</summary>
internal ref struct ContentLexer(ReadOnlySpan<byte> source)
{
    /// <summary>White space, and white space and delimiters, among the first 64 bytes: a bit for each.</summary>
    private const ulong Spaces = 1UL | 1UL << 9 | 1UL << 10 | 1UL << 12 | 1UL << 13 | 1UL << 32;
    private const ulong LowEnds = Spaces | 1UL << '(' | 1UL << ')' | 1UL << '<' | 1UL << '>' | 1UL << '/' | 1UL << '%';

    private readonly ReadOnlySpan<byte> _source = source;
    private byte[] _text = [];
    private int _textLength;
    private int _at;

    /// <summary>How many bytes were read.</summary>
    public readonly int Position => _at;

    /// <summary>Forgets the strings and names read so far: their tokens are no longer used.</summary>
    public void ForgetText() => _textLength = 0;

    public readonly ReadOnlySpan<byte> TextOf(Token token) => token.IsBuffered ? _text.AsSpan(token.Start, token.Length) : _source.Slice(token.Start, token.Length);

    public readonly ReadOnlySpan<byte> OperatorOf(Token token) => _source.Slice(token.Start, token.Length);

    public Token Next()
    {
        while (_at < _source.Length)
        {
            var c = _source[_at];
            switch (c)
            {
                case 0 or 9 or 10 or 12 or 13 or 32:
                    _at++;
                    continue;
                case (byte)'%':
                    SkipComment();
                    continue;
                case (byte)'(':
                    return Literal();
                case (byte)'/':
                    return Name();
                case (byte)'[':
                    _at++;
                    return new Token(TokenKind.ArrayStart, 0, 0, 0);
                case (byte)']':
                    _at++;
                    return new Token(TokenKind.ArrayEnd, 0, 0, 0);
                case (byte)'<':
                    if (Peek(1) != '<')
                        return Hexadecimal();
                    _at += 2;
                    return new Token(TokenKind.DictionaryStart, 0, 0, 0);
                case (byte)'>':
                    _at += Peek(1) == '>' ? 2 : 1;
                    return new Token(TokenKind.DictionaryEnd, 0, 0, 0);
                case (byte)')' or (byte)'{' or (byte)'}':
                    _at++;
                    continue;
                default:
                    if (c is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.')
                        return Number();
                    return Operator();
            }
        }

        return default;
    }

    /// <summary>Skips the data of an inline image, whose ID operator was just read.</summary>
    public void SkipInlineImage()
    {
        // EI ends the data where white space stands before it and an end, or white space and readable operators, behind it.
        for (var i = _at; i + 1 < _source.Length; i++)
        {
            if (_source[i] != 'E' || _source[i + 1] != 'I' || (i > 0 && !IsSpace(_source[i - 1])) || (i + 2 < _source.Length && !IsSpace(_source[i + 2])))
                continue;
            var behind = _source[(i + 2)..Math.Min(_source.Length, i + 12)];
            if (behind.ContainsAnyExceptInRange((byte)9, (byte)126))
                continue;
            _at = i + 2;
            return;
        }

        _at = _source.Length;
    }

    private readonly int Peek(int ahead) => _at + ahead < _source.Length ? _source[_at + ahead] : -1;

    private void SkipComment()
    {
        var end = _source[_at..].IndexOfAny((byte)'\r', (byte)'\n');
        _at = end < 0 ? _source.Length : _at + end;
    }

    private Token Number()
    {
        var source = _source;
        var (start, at) = (_at, _at);
        var negative = false;
        // Some writers print --5 or 5.-3; viewers take the first sign and stop at the second.
        while (at < source.Length && source[at] is (byte)'-' or (byte)'+')
            negative |= source[at++] == '-';
        long whole = 0;
        var digits = 0;
        while (at < source.Length && source[at] is >= (byte)'0' and <= (byte)'9')
        {
            if (digits++ < 17)
                whole = whole * 10 + source[at] - '0';
            at++;
        }

        double value = whole;
        if (at < source.Length && source[at] == '.')
        {
            at++;
            long fraction = 0;
            double scale = 1;
            while (at < source.Length && source[at] is >= (byte)'0' and <= (byte)'9')
            {
                if (scale < 1e15)
                {
                    fraction = fraction * 10 + source[at] - '0';
                    scale *= 10;
                }

                at++;
            }

            value += fraction / scale;
        }
        else if (at < source.Length && source[at] is (byte)'e' or (byte)'E' && Utf8Parser.TryParse(source[start..], out double exponential, out var read) && read > at - start)
        {
            _at = start + read;
            return new Token(TokenKind.Number, double.IsFinite(exponential) ? exponential : 0, 0, 0);
        }

        while (at < source.Length && source[at] is (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'))
            at++;
        _at = at == start ? at + 1 : at;
        return new Token(TokenKind.Number, negative ? -value : value, 0, 0);
    }

    private Token Literal()
    {
        _at++;
        // Up to the first of these nothing is to be undone; mostly it is the end.
        var plain = _source[_at..].IndexOfAny((byte)'(', (byte)')', (byte)'\\');
        if (plain >= 0 && _source[_at + plain] == ')')
        {
            _at += plain + 1;
            return new Token(TokenKind.String, 0, _at - plain - 1, plain);
        }

        var start = _textLength;
        var depth = 1;
        while (_at < _source.Length)
        {
            var c = _source[_at++];
            if (c == '\\')
            {
                Escape();
                continue;
            }

            if (c == '(')
                depth++;
            else if (c == ')' && --depth == 0)
                break;
            Append(c);
        }

        return Buffered(TokenKind.String, start);
    }

    private void Escape()
    {
        if (_at >= _source.Length)
            return;
        var c = _source[_at++];
        switch (c)
        {
            case (byte)'n':
                Append((byte)'\n');
                break;
            case (byte)'r':
                Append((byte)'\r');
                break;
            case (byte)'t':
                Append((byte)'\t');
                break;
            case (byte)'b':
                Append((byte)'\b');
                break;
            case (byte)'f':
                Append((byte)'\f');
                break;
            case (byte)'\n':
                break;
            case (byte)'\r':
                if (Peek(0) == '\n')
                    _at++;
                break;
            case >= (byte)'0' and <= (byte)'7':
                var value = c - '0';
                for (var i = 0; i < 2 && Peek(0) is >= '0' and <= '7'; i++)
                    value = value * 8 + _source[_at++] - '0';
                Append((byte)value);
                break;
            default:
                Append(c);
                break;
        }
    }

    private Token Hexadecimal()
    {
        var start = _textLength;
        var rest = _source[(_at + 1)..];
        var end = rest.IndexOf((byte)'>');
        var digits = end < 0 ? rest : rest[..end];
        _at += digits.Length + 2;
        var text = Room(digits.Length / 2 + 1);
        if (Convert.FromHexString(digits, text, out _, out var length) != OperationStatus.Done)
            length = LooseHexadecimal(digits, text);
        _textLength += length;
        return Buffered(TokenKind.String, start);
    }

    /// <summary>Digits with other bytes between them, which count for nothing; a missing last one counts as zero.</summary>
    private static int LooseHexadecimal(ReadOnlySpan<byte> digits, Span<byte> text)
    {
        var (high, length) = (-1, 0);
        foreach (var c in digits)
        {
            var digit = HexDigit(c);
            if (digit < 0)
                continue;
            if (high < 0)
            {
                high = digit;
                continue;
            }

            text[length++] = (byte)(high << 4 | digit);
            high = -1;
        }

        if (high >= 0)
            text[length++] = (byte)(high << 4);
        return length;
    }

    private Token Name()
    {
        _at++;
        var from = _at;
        while (_at < _source.Length && !IsEnd(_source[_at]) && _source[_at] != '#')
            _at++;
        if (_at == _source.Length || _source[_at] != '#')
            return new Token(TokenKind.Name, 0, from, _at - from);
        var start = _textLength;
        _source[from.._at].CopyTo(Room(_at - from));
        _textLength += _at - from;
        while (_at < _source.Length && !IsEnd(_source[_at]))
        {
            var c = _source[_at++];
            if (c == '#' && _at + 1 < _source.Length && HexDigit(_source[_at]) is >= 0 and var high && HexDigit(_source[_at + 1]) is >= 0 and var low)
            {
                c = (byte)(high << 4 | low);
                _at += 2;
            }

            Append(c);
        }

        return Buffered(TokenKind.Name, start);
    }

    private readonly Token Buffered(TokenKind kind, int start) => new(kind, 0, start, _textLength - start, IsBuffered: true);

    private Token Operator()
    {
        var start = _at;
        while (_at < _source.Length && !IsEnd(_source[_at]))
            _at++;
        return new Token(TokenKind.Operator, 0, start, _at - start);
    }

    private void Append(byte value)
    {
        Room(1)[0] = value;
        _textLength++;
    }

    /// <summary>So much room behind the text in the buffer.</summary>
    private Span<byte> Room(int size)
    {
        if (size > _text.Length - _textLength)
            Array.Resize(ref _text, Math.Max(Math.Max(256, _text.Length * 2), _textLength + size));
        return _text.AsSpan(_textLength, size);
    }

    private static int HexDigit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };

    private static bool IsSpace(byte c) => c < 64 && (Spaces >> c & 1) != 0;

    /// <summary>Whether a name or operator ends before a byte: white space and delimiters.</summary>
    private static bool IsEnd(byte c) => c < 64 ? (LowEnds >> c & 1) != 0 : c is (byte)'[' or (byte)']' or (byte)'{' or (byte)'}';
}
