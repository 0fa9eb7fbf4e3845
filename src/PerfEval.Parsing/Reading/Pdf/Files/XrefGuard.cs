using System.Buffers.Text;
using PerfEval.Parsing.Diagnostics;

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

    public static void Check(ReadOnlySpan<byte> bytes)
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
                    throw new UnreadableDocumentException(UnreadableReason.Corrupt, "The file's cross-reference table is malformed. Fetch the file again from its source.");
            }
        }
    }

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
            if (Utf8Parser.TryParse(array[part], out long value, out _))
                sum += Math.Abs(Math.Clamp(value, -int.MaxValue, int.MaxValue));
        return sum > 3 * WidestField;
    }
}
