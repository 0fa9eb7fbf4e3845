using System.Buffers;
using System.Buffers.Text;

namespace PerfEval.Parsing.Peers.Floors;

/// <summary>Takes a content stream apart: numbers are read, hexadecimal strings decoded, the rest is told apart (ISO 32000-1, 7.2 and 7.3).</summary>
internal static class ContentTokens
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    /// <summary>How many tokens there are, and with them whatever the compiler must not leave out.</summary>
    public static long Count(ReadOnlySpan<byte> content)
    {
        var (tokens, sum) = (0L, 0L);
        while (content.Length > 0)
        {
            var length = 1;
            switch (content[0])
            {
                case 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ':
                    content = content[1..];
                    continue;
                case (byte)'%':
                    content = content[Through(content, (byte)'\n')..];
                    continue;
                case (byte)'(':
                    length = LiteralString(content);
                    break;
                case (byte)'<' when content is not [_, (byte)'<', ..]:
                    length = Through(content, (byte)'>');
                    sum += Hexadecimal(content[1..length]);
                    break;
                case (byte)'<' or (byte)'>':
                    length = Math.Min(2, content.Length);
                    break;
                case (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)')':
                    break;
                case (byte)'/':
                    length = 1 + Regular(content[1..]);
                    break;
                default:
                    length = Regular(content);
                    if (content[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.' && Utf8Parser.TryParse(content[..length], out double number, out _))
                        sum += (long)number;
                    break;
            }

            tokens++;
            content = content[length..];
        }

        return tokens + (sum & 1);
    }

    private static int Regular(ReadOnlySpan<byte> content) => content.IndexOfAny(Ends) is var end and >= 0 ? end : content.Length;

    private static int Through(ReadOnlySpan<byte> content, byte last) => content.IndexOf(last) is var end and >= 0 ? end + 1 : content.Length;

    private static int LiteralString(ReadOnlySpan<byte> content)
    {
        var depth = 0;
        for (var i = 0; i < content.Length; i++)
            switch (content[i])
            {
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return i + 1;
            }

        return content.Length;
    }

    private static long Hexadecimal(ReadOnlySpan<byte> digits)
    {
        var value = 0L;
        foreach (var digit in digits)
            value = value * 16 + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        return value;
    }
}
