using System.Text;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Reading;

/// <summary>The lines by which written text and Markdown files name their format: they begin as they like and may quote anything, so their end tells.</summary>
internal static class ClosingLines
{
    private const int End = 300;

    private static readonly (byte[] Bytes, DocumentFormat Format)[] Known =
        [(Encoding.UTF8.GetBytes("\n" + Markdown), DocumentFormat.Md), (Encoding.UTF8.GetBytes("\n" + Text), DocumentFormat.Txt)];

    /// <summary>The last line of a Markdown file.</summary>
    public static string Markdown => $"*{FormatVocabulary.Default.Markdown}*";

    /// <summary>The last line of a text file.</summary>
    public static string Text => " " + FormatVocabulary.Default.Text;

    /// <summary>The format that a file's last line names; <see langword="null"/> for all other files.</summary>
    public static DocumentFormat? FormatOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes[Math.Max(0, bytes.Length - End)..].TrimEnd(" \t\r\n"u8);
        foreach (var (line, format) in Known)
            if (end.EndsWith(line))
                return format;
        return null;
    }
}
