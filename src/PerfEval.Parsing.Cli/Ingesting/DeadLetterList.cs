using System.Globalization;
using System.Text;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>Dead letters as text, as JSON lines or as bare paths.</summary>
internal static class DeadLetterList
{
    /// <summary>The list.</summary>
    /// <param name="letters">The dead letters, equal reasons together.</param>
    /// <param name="form"><c>text</c>, <c>jsonl</c> or <c>paths</c>.</param>
    public static byte[] Of(IReadOnlyList<DeadLetter> letters, string form) => form switch
    {
        "jsonl" => Terminal.Utf8.GetBytes(string.Concat(letters.Select(letter => letter.ToJson() + "\n"))),
        // As bytes, so that perfeval ingest - finds files again whose names are no text.
        "paths" => [.. letters.SelectMany(letter => (byte[])[.. letter.RawPath.Span, (byte)'\n'])],
        _ => Terminal.Utf8.GetBytes(Text(letters)),
    };

    private static string Text(IReadOnlyList<DeadLetter> letters)
    {
        var text = new StringBuilder();
        foreach (var group in letters.GroupBy(letter => letter.Reason).OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"{group.Key}: {group.Count()}\n");
            foreach (var letter in group)
            {
                var tries = letter.Attempts.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({letter.Attempts.Count} tries)") : "";
                text.Append(CultureInfo.InvariantCulture, $"  {letter.Path}{tries}{(letter.SupersededAt is null ? "" : " (superseded)")}\n");
                if (letter.Detail is { Length: > 0 } detail)
                    text.Append("      ").Append(detail.ReplaceLineEndings(" ")).Append('\n');
            }
        }

        return text.Length == 0 ? "There is no dead letter.\n" : text.ToString();
    }
}
