using System.Globalization;
using System.Text.Json;

namespace PerfEval.Parsing.Evaluation.Values;

/// <summary>The evidence of a report's JSON.</summary>
/// <param name="report">The report.</param>
internal sealed class Places(JsonElement report)
{
    private const int MostText = 80;

    // An item's evidence stands at its parts.
    private static readonly string[] Parts = ["", "/heading", "/text", "/title", "/documentNumber", "/level3", "/name", "/value", "/raw"];

    private readonly JsonElement? _evidence = JsonMembers.Find(report, "evidence");

    /// <summary>Where the value of a field was read; <see langword="null"/> where the report does not say.</summary>
    public ReadPlace? Of(string pointer)
    {
        if (_evidence is not { ValueKind: JsonValueKind.Object } evidence)
            return null;
        foreach (var part in Parts)
            if (evidence.TryGetProperty(pointer + part, out var place))
                return Read(place);
        return null;
    }

    private static ReadPlace? Read(JsonElement place)
    {
        var text = JsonMembers.Text(place, "text") ?? "";
        if (text.Length > MostText)
            text = text[..(char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText)] + "…";
        return new ReadPlace(text, string.Join(", ", Location(place)));
    }

    private static IEnumerable<string> Location(JsonElement place)
    {
        var (page, line) = (Number(place, "page"), Number(place, "line"));
        if (page is not null)
            yield return $"page {page}";
        else if (line is not null)
            yield return $"line {line}";
        else if (JsonMembers.Text(place, "path") is { } path)
            yield return path;
        else if (Number(place, "block") is { } block)
            yield return $"block {block}";
        if (Number(place, "row") is { } row)
            yield return $"row {row}";
        if (Number(place, "column") is { } column)
            yield return $"column {column}";
    }

    private static string? Number(JsonElement place, string name) =>
        JsonMembers.Find(place, name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32().ToString(CultureInfo.InvariantCulture) : null;
}
