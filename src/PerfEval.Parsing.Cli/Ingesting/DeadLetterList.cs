using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>Dead letters as text, as JSON lines or as bare paths.</summary>
internal static class DeadLetterList
{
    // Paths and messages are Chinese: escapes would make the lines unreadable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The list.</summary>
    /// <param name="letters">The dead letters, equal reasons together.</param>
    /// <param name="form"><c>text</c>, <c>jsonl</c> or <c>paths</c>.</param>
    public static byte[] Of(IReadOnlyList<DeadLetter> letters, string form) => form switch
    {
        "jsonl" => Terminal.Utf8.GetBytes(string.Concat(letters.Select(letter => Json(letter) + "\n"))),
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

    private static string Json(DeadLetter letter)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("fileId", letter.FileId);
            json.WriteString("path", letter.Path);
            json.WriteBase64String("rawPath", letter.RawPath.Span);
            json.WriteNumber("length", letter.Length);
            json.WriteString("sha256", letter.Sha256);
            json.WriteString("format", letter.Format);
            json.WriteString("reason", letter.Reason.ToString());
            json.WriteString("detail", letter.Detail);
            WriteAttempts(json, letter);
            json.WriteString("parserVersion", letter.ParserVersion);
            json.WriteString("optionsHash", letter.OptionsHash);
            json.WriteString("firstSeen", letter.FirstSeen);
            json.WriteString("lastSeen", letter.LastSeen);
            if (letter.SupersededAt is { } moment)
                json.WriteString("supersededAt", moment);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void WriteAttempts(Utf8JsonWriter json, DeadLetter letter)
    {
        json.WriteStartArray("attempts");
        foreach (var attempt in letter.Attempts)
        {
            json.WriteStartObject();
            json.WriteNumber("number", attempt.Number);
            json.WriteString("reason", attempt.Reason?.ToString());
            json.WriteNumber("milliseconds", attempt.Milliseconds);
            if (attempt.PeakMemory is { } memory)
                json.WriteNumber("peakMemory", memory);
            if (attempt.WorkerId is { } worker)
                json.WriteNumber("workerId", worker);
            if (attempt.ExitCode is { } code)
                json.WriteNumber("exitCode", code);
            json.WriteBoolean("large", attempt.Large);
            json.WriteString("errorTail", attempt.ErrorTail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
