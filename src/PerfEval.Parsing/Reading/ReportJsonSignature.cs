using System.Text.Json;

namespace PerfEval.Parsing.Reading;

/// <summary>Tells this library's own JSON (a report, an array of reports, one a line) from other text by its beginning.</summary>
internal static class ReportJsonSignature
{
    private const int Beginning = 4096;

    /// <summary>Whether an object near the start states both a version of the model, as text, and a source. Other programs' JSON does not.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        // Nearly every file is something else, and this is asked of every file.
        if (bytes.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..])
            return false;
        var head = bytes[..Math.Min(bytes.Length, Beginning)];
        var reader = new Utf8JsonReader(head, new JsonReaderOptions { AllowMultipleValues = true, CommentHandling = JsonCommentHandling.Disallow });
        try
        {
            return HoldsReport(ref reader);
        }
        // Damage, or the cut at the end of the head: what is there before it did not say enough.
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HoldsReport(ref Utf8JsonReader reader)
    {
        var (version, source, inArray) = (false, false, 0);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.StartArray, CurrentDepth: 0 })
                inArray = 1;
            else if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == inArray)
                (version, source) = (false, false);
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == inArray + 1)
            {
                var (namesVersion, namesSource) = (reader.ValueTextEquals("schemaVersion"u8), reader.ValueTextEquals("source"u8));
                if (!reader.Read())
                    return false;
                version |= namesVersion && IsVersion(ref reader);
                source |= namesSource && reader.TokenType == JsonTokenType.StartObject;
                if (version && source)
                    return true;
            }
        }

        return false;
    }

    // 1 and 1.2, also of versions to come: those are refused by name where they are read.
    private static bool IsVersion(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.ValueSpan is [>= (byte)'0' and <= (byte)'9', ..] version
        && version.Length <= 16 && version.IndexOfAnyExcept("0123456789."u8) < 0;
}
