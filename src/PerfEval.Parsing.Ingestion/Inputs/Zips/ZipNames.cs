using System.Text;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>The names of members to read. They are never used to open anything.</summary>
internal static class ZipNames
{
    // What a zip's names are by its specification, if nothing else is said: every byte is a character there.
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    public static string Decode(ZipItem item)
    {
        var text = (item.IsUtf8 ? ChineseEncodings.Utf8.DecodeStrict(item.RawName) : null)
            ?? (item.UnicodeName is { } name ? ChineseEncodings.Utf8.DecodeStrict(name) : null)
            ?? ChineseEncodings.Utf8.DecodeStrict(item.RawName)
            ?? ChineseEncodings.Gb18030.DecodeStrict(item.RawName)
            ?? Dos.GetString(item.RawName);
        // Old programs on Windows part names their own way.
        return RawNames.Escape(text.Contains('/', StringComparison.Ordinal) ? text : text.Replace('\\', '/'));
    }
}
