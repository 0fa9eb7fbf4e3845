using System.Buffers.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>
/// Refuses files whose cross-reference streams declare fields of absurd width: the library below reserves that much of the stack, which ends
/// the process and cannot be caught.
/// </summary>
internal static class XrefGuard
{
    /// <summary>No offset or object number needs more bytes.</summary>
    private const int WidestField = 8;

    /// <summary>More text than three numbers need.</summary>
    private const int LongestArray = 64;

    /// <summary>So many times the file's length are read at most: nested openings of objects are made to do harm.</summary>
    private const int MostReading = 4;

    public static void Check(ReadOnlySpan<byte> bytes)
    {
        var budget = (long)MostReading * bytes.Length;
        for (var at = 0; bytes[at..].IndexOf("obj"u8) is >= 0 and var found;)
        {
            at += found + 3;
            if (HasWideField(bytes[at..], ref budget) || budget < 0)
                throw Malformed();
        }

        CheckText(bytes);
    }

    /// <summary>Whether a dictionary begins here that is a cross-reference stream's and has such a field.</summary>
    private static bool HasWideField(ReadOnlySpan<byte> rest, ref long budget)
    {
        var start = rest.TrimStart(" \r\n\t\f\0"u8);
        if (!start.StartsWith("<<"u8) && !start.StartsWith("%"u8))
            return false;
        var lexer = new ContentLexer(start);
        int depth = 0, position = 0;
        bool isXref = false, isWide = false, afterW = false;
        do
        {
            var token = lexer.Next();
            budget -= lexer.Position - position;
            if (token.Kind == TokenKind.End)
                break;
            if (token.Kind == TokenKind.DictionaryStart)
                depth++;
            // A lone > ends no dictionary.
            else if (token.Kind == TokenKind.DictionaryEnd && lexer.Position - position >= 2 && start[..lexer.Position].EndsWith(">>"u8))
                depth--;
            else if (afterW && token.Kind == TokenKind.ArrayStart)
                isWide |= HasWideField(start[(lexer.Position - 1)..]);
            isXref |= token.Kind == TokenKind.Name && lexer.TextOf(token).SequenceEqual("XRef"u8);
            afterW = token.Kind == TokenKind.Name && lexer.TextOf(token).SequenceEqual("W"u8);
            position = lexer.Position;
            lexer.ForgetText();
        }
        while (depth > 0 && budget >= 0);
        return isXref && isWide;
    }

    /// <summary>The same where strings that do not end hide the dictionary from a strict reading, but not from the library's.</summary>
    private static void CheckText(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; bytes[at..].IndexOf("/XRef"u8) is >= 0 and var found; at += found + 5)
        {
            var type = at + found;
            var start = Math.Max(0, bytes[..type].LastIndexOf("obj"u8));
            var length = bytes[type..].IndexOf("stream"u8);
            var dictionary = length < 0 ? bytes[start..] : bytes[start..(type + length)];
            for (var w = 0; dictionary[w..].IndexOf("/W"u8) is >= 0 and var next;)
            {
                w += next + 2;
                if (HasWideField(dictionary[w..]))
                    throw Malformed();
            }
        }
    }

    private static UnreadableDocumentException Malformed() =>
        new(UnreadableReason.Corrupt, "The file's cross-reference table is malformed. Fetch the file again from its source.");

    private static bool HasWideField(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \r\n\t\f\0"u8);
        if (rest.IsEmpty || rest[0] != '[')
            return false;
        var end = rest.IndexOf((byte)']');
        var array = end < 0 ? rest[1..] : rest[1..end];
        if (array.Length > LongestArray)
            return true;
        long sum = 0;
        foreach (var part in array.SplitAny(" \r\n\t\f\0"u8))
            if (!array[part].IsEmpty)
                // What is no plain number may still be one to the library: 9e9, or one that has too many digits here.
                sum += Utf8Parser.TryParse(array[part], out long value, out var read) && read == array[part].Length
                    ? Math.Abs(Math.Clamp(value, -int.MaxValue, int.MaxValue))
                    : int.MaxValue;
        return sum > 3 * WidestField;
    }
}
