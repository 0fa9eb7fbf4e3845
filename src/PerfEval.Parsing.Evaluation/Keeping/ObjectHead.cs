using System.Text.Json;

namespace PerfEval.Parsing.Evaluation.Keeping;

/// <summary>What the beginning of a report's JSON says of its source; the report itself is not read.</summary>
/// <param name="Path">The source's path; <see langword="null"/> where it has none.</param>
/// <param name="Sha256">The hash of the source's bytes.</param>
/// <param name="Part">Which report of the source it is.</param>
/// <param name="Failure">Why there is no report.</param>
internal sealed record ObjectHead(string? Path, string? Sha256, int? Part, string? Failure)
{
    /// <summary>Reads the head of an object.</summary>
    /// <exception cref="JsonException">It is no JSON, or no object of a parse.</exception>
    public static ObjectHead Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("an object is wanted");
        JsonElement? source = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSource = reader.ValueTextEquals("source");
            var isError = reader.ValueTextEquals("error");
            // The error stands right behind the source; what follows a report's source may be long.
            if (source is not null && !isError)
                break;
            reader.Read();
            if (isSource)
                source = JsonElement.ParseValue(ref reader);
            else if (isError && source is not null)
                return Of(source.Value, Error(JsonElement.ParseValue(ref reader)));
            else
                reader.Skip();
        }

        return source is { } read ? Of(read, null) : throw new JsonException("the object has no source: it was not written by perfeval parse");
    }

    private static ObjectHead Of(JsonElement source, string? failure) => new(
        Text(source, "path"),
        Text(source, "sha256"),
        source.ValueKind == JsonValueKind.Object && source.TryGetProperty("part", out var part) && part.ValueKind == JsonValueKind.Number ? part.GetInt32() : null,
        failure);

    private static string Error(JsonElement error) => $"{Text(error, "code")}: {Text(error, "message")}";

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
