using System.Text.Json;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing.Json;

namespace PerfEval.Parsing.Writing;

/// <summary>
/// Reads reports back from the JSON that <see cref="JsonReportWriter"/> writes, of this and of every other 1.x version: members that are not known
/// are passed over, missing ones take the model's default. What comes out is of this library's version. docs/schema.md has the whole policy.
/// </summary>
public static class JsonReportReader
{
    /// <summary>Twice as deep as the writer goes.</summary>
    private const int MaxDepth = 128;

    /// <summary>Reads a report.</summary>
    /// <param name="json">The JSON of one report.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException">The text is not the JSON of a report, or of one of another major version; the message says what is wrong and where.</exception>
    public static PerformanceReport Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(() => Parse(json.AsMemory(json.StartsWith('\uFEFF') ? 1 : 0)));
    }

    /// <summary>Reads a report.</summary>
    /// <param name="utf8Json">The JSON of one report, with or without a byte-order mark.</param>
    /// <returns>The report.</returns>
    /// <exception cref="JsonException">The bytes are not the JSON of a report, or of one of another major version; the message says what is wrong and where.</exception>
    public static PerformanceReport Read(ReadOnlyMemory<byte> utf8Json) => Read(() => JsonDocument.Parse(utf8Json[MarkLength(utf8Json.Span)..], Options));

    /// <summary>Reads a report from a stream's position to its end.</summary>
    /// <param name="utf8Json">The JSON of one report, with or without a byte-order mark; the stream is not closed.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="JsonException">The bytes are not the JSON of a report, or of one of another major version; the message says what is wrong and where.</exception>
    public static PerformanceReport Read(Stream utf8Json)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        return Read(() => JsonDocument.Parse(utf8Json, Options));
    }

    /// <summary>Reads what <c>perfeval parse</c> writes: a report, an array of reports, or one a line.</summary>
    /// <param name="utf8Json">The JSON, with or without a byte-order mark.</param>
    /// <param name="watch">Looked at before each report.</param>
    /// <returns>The reports in order; <see langword="null"/> for each file of which the list says that it could not be parsed.</returns>
    /// <exception cref="JsonException">Something in it is neither a report nor such an error.</exception>
    internal static List<PerformanceReport?> ReadAll(ReadOnlySpan<byte> utf8Json, ParseWatch watch)
    {
        var reports = new List<PerformanceReport?>();
        var reader = new Utf8JsonReader(utf8Json[MarkLength(utf8Json)..], new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = MaxDepth });
        while (reader.Read())
        {
            watch.Step();
            if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
                continue;
            using var value = JsonDocument.ParseValue(ref reader);
            reports.Add(IsError(value.RootElement) ? null : Checked(value.RootElement));
        }

        return reports;
    }

    private static JsonDocumentOptions Options => new() { MaxDepth = MaxDepth };

    private static JsonDocument Parse(ReadOnlyMemory<char> json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        // So the framework says that half of a character pair is missing.
        catch (ArgumentException e)
        {
            throw new JsonException("The JSON is no valid text.", e);
        }
    }

    private static PerformanceReport Read(Func<JsonDocument> parse)
    {
        using var document = parse();
        return Checked(document.RootElement);
    }

    private static PerformanceReport Checked(JsonElement root)
    {
        try
        {
            return ReportFromJson.Read(root);
        }
        // So the framework says that a string holds bytes or escapes that are no characters.
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string in the JSON is no valid text.", e);
        }
    }

    private static bool IsError(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && !value.TryGetProperty("schemaVersion", out _);

    private static int MarkLength(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
}
