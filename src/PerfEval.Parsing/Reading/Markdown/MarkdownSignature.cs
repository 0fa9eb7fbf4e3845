using System.Text;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Reading.Markdown;

/// <summary>Tells the Markdown of written reports from other text: by the line that closes it.</summary>
internal static class MarkdownSignature
{
    private const int End = 300;

    /// <summary>The closing line.</summary>
    public static string Line { get; } = $"*{FormatVocabulary.Default.Markdown}*";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes("\n" + Line);

    /// <summary>Whether the content ends in the closing line.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes)
    {
        var end = bytes[Math.Max(0, bytes.Length - End)..].TrimEnd(" \t\r\n"u8);
        return end.EndsWith(Bytes);
    }
}
