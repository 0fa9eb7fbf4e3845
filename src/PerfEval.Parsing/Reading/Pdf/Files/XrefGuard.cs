using System.Buffers.Text;
using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>
/// Refuses files whose cross-reference streams declare fields of absurd width or absurdly many objects: the library below reserves that much of the
/// stack, which ends the process and cannot be caught, or of the heap.
/// </summary>
internal static class XrefGuard
{
    /// <summary>No offset or object number needs more bytes.</summary>
    private const int WidestField = 8;

    /// <summary>More text than three numbers need.</summary>
    private const int LongestArray = 64;

    /// <summary>So many times the file's length are read at most: nested openings of objects are made to do harm.</summary>
    private const int MostReading = 4;

    public static void Check(ReadOnlySpan<byte> bytes, ReadContext context)
    {
        var budget = (long)MostReading * bytes.Length;
        for (var at = 0; bytes[at..].IndexOf("obj"u8) is >= 0 and var found;)
        {
            at += found + 3;
            context.Step();
            var (isWide, objects) = Look(bytes[at..], ref budget);
            if (isWide || budget < 0)
                throw Malformed();
            if (objects > context.Limits.MaxObjects)
                throw TooMany(objects, context.Limits);
        }

        CheckText(bytes, context);
    }

    /// <summary>Whether a dictionary begins here that is a cross-reference stream's and has such a field, and how many objects it announces.</summary>
    private static (bool IsWide, double Objects) Look(ReadOnlySpan<byte> rest, ref long budget)
    {
        var start = rest.TrimStart(" \r\n\t\f\0"u8);
        if (!start.StartsWith("<<"u8) && !start.StartsWith("%"u8))
            return default;
        var lexer = new ContentLexer(start);
        int depth = 0, position = 0;
        bool isXref = false, isWide = false;
        double objects = 0, indexed = 0;
        var after = "";
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
            else if (after == "W" && token.Kind == TokenKind.ArrayStart)
                isWide |= HasWideField(start[(lexer.Position - 1)..]);
            else if (after == "Size" && token.Kind == TokenKind.Number)
                objects = Math.Max(objects, token.Number);
            else if (after == "Index" && token.Kind == TokenKind.Number)
                indexed += Math.Max(0, token.Number);
            if (token.Kind == TokenKind.Name)
            {
                isXref |= lexer.TextOf(token).SequenceEqual("XRef"u8);
                after = KeyOf(lexer.TextOf(token));
            }
            else if (after != "Index" || token.Kind == TokenKind.ArrayEnd)
                after = "";
            position = lexer.Position;
            lexer.ForgetText();
        }
        while (depth > 0 && budget >= 0);
        // Of the pairs of an index only the second numbers count objects; the first ones cannot be larger where the file is sound.
        return isXref ? (isWide, Math.Max(objects, indexed / 2)) : default;
    }

    private static string KeyOf(ReadOnlySpan<byte> name) => name.SequenceEqual("W"u8) ? "W" : name.SequenceEqual("Size"u8) ? "Size" : name.SequenceEqual("Index"u8) ? "Index" : "";

    /// <summary>
    /// The same where strings that do not end hide the dictionary from a strict reading, but not from the library's: wherever it says /W, however
    /// the name is spelt, and the next keyword opens a stream. Fonts have such arrays too, but are no streams.
    /// </summary>
    private static void CheckText(ReadOnlySpan<byte> bytes, ReadContext context)
    {
        int stream = -1, end = -1;
        for (var at = 0; bytes[at..].IndexOf((byte)'/') is >= 0 and var found;)
        {
            at += found + 1;
            var name = bytes[at..];
            var length = name.StartsWith("W"u8) ? 1 : name.StartsWith("#57"u8) ? 3 : 0;
            if (length == 0 || !HasWideField(name[length..]))
                continue;
            context.Step();
            Find("stream"u8, bytes, at, ref stream);
            Find("end"u8, bytes, at, ref end);
            if (stream < end)
                throw Malformed();
        }
    }

    private static void Find(ReadOnlySpan<byte> keyword, ReadOnlySpan<byte> bytes, int from, ref int known)
    {
        if (known >= from)
            return;
        var found = bytes[from..].IndexOf(keyword);
        known = found < 0 ? int.MaxValue : from + found;
    }

    private static UnreadableDocumentException Malformed() =>
        new(UnreadableReason.Corrupt, "The file's cross-reference table is malformed. Fetch the file again from its source.");

    private static UnreadableDocumentException TooMany(double objects, ParseLimits limits) => new(
        UnreadableReason.LimitExceeded,
        string.Create(CultureInfo.InvariantCulture, $"The file announces {objects} objects, more than {nameof(ParseLimits)}.{nameof(ParseLimits.MaxObjects)} ({limits.MaxObjects}) allows. Raise it to read the document."));

    private static bool HasWideField(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \r\n\t\f\0"u8);
        while (rest.StartsWith("%"u8) && rest.IndexOfAny("\r\n"u8) is > 0 and var line)
            rest = rest[line..].TrimStart(" \r\n\t\f\0"u8);
        if (rest.IsEmpty || rest[0] != '[')
            return false;
        var end = rest[1..Math.Min(rest.Length, LongestArray + 2)].IndexOfAny((byte)'[', (byte)']');
        if (end < 0)
            return true;
        var (sum, count) = (0L, 0);
        var numbers = rest.Slice(1, end);
        foreach (var part in numbers.SplitAny(" \r\n\t\f\0"u8))
        {
            if (numbers[part].IsEmpty)
                continue;
            // What is no plain number may still be one to the library: 9e9, or one that has too many digits here.
            // A negative width makes the row's negative, which the library takes for a small one.
            if (!Utf8Parser.TryParse(numbers[part], out long value, out var read) || read != numbers[part].Length || value < 0)
                return true;
            sum += Math.Min(value, int.MaxValue);
            count++;
        }

        // An array in the place of one of the three numbers, as fonts have, ends the library's reading.
        return sum > 3 * WidestField && (count >= 3 || rest[1 + end] == ']');
    }
}
