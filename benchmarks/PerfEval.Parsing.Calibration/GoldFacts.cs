using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfEval.Parsing.Calibration;

/// <summary>The known values of one report beside those of a parse: rows and items are aligned by their names, texts compared in a normal form.</summary>
internal sealed class GoldFacts
{
    private static readonly string[] Items = ["achievements", "experiences", "problems", "recommendations"];

    private static readonly HashSet<string> Frame = ["cover", "preface", "abstract", "attachments"];

    private readonly JsonNode _gold;
    private readonly JsonNode _parsed;
    private readonly Dictionary<string, int?[]> _rows = new(StringComparer.Ordinal);

    public GoldFacts(JsonNode gold, JsonNode parsed)
    {
        (_gold, _parsed) = (gold, parsed);
        _rows["indicators"] = Align(gold["indicators"], parsed["indicators"], "level3");
        _rows["dimensionScores"] = Align(gold["dimensionScores"], parsed["dimensionScores"], "name");
        _rows["funding/lines"] = Align(gold["funding"]?["lines"], parsed["funding"]?["lines"], "name");
    }

    /// <summary>Whether the parsed value of a field is right; <see langword="null"/> where the gold does not speak of it.</summary>
    public bool? IsRight(string pointer)
    {
        var steps = pointer.Split('/')[1..];
        return steps switch
        {
            [var list, var index, var field] when _rows.ContainsKey(list) => Row(list, _gold[list], Number(index), field, At(_parsed, steps)),
            ["funding", "lines", var index, var field] => Row("funding/lines", _gold["funding"]?["lines"], Number(index), field, At(_parsed, steps)),
            ["citations", var index, _] => Citation(_parsed["citations"]![Number(index)]!),
            [var list, var index, _] when Items.Contains(list) => Item(list, _parsed[list]![Number(index)]!),
            ["sections", .., "heading"] => Heading(At(_parsed, steps[..^1])!),
            ["sections", .., "kinds"] => Kinds(At(_parsed, steps[..^1])!),
            ["sections", ..] => null,
            _ => Scalar(steps, At(_parsed, steps)),
        };
    }

    /// <summary>Whether a candidate's value for a single-valued field is right.</summary>
    public bool? IsRight(string pointer, string value)
    {
        var steps = pointer.Split('/')[1..];
        return steps.Any(s => s.All(char.IsAsciiDigit)) ? null
            : Scalar(steps, steps is ["fiscalYears"] ? new JsonArray([.. value.Split(',').Select(y => (JsonNode)int.Parse(y, CultureInfo.InvariantCulture))]) : JsonValue.Create(value));
    }

    private bool? Scalar(string[] steps, JsonNode? parsed)
    {
        var at = _gold;
        foreach (var step in steps)
        {
            if (at is not JsonObject owner || !owner.ContainsKey(step))
                return at is null ? parsed is null : null;
            at = owner[step];
        }

        var accepted = at is JsonObject one && one["oneOf"] is JsonArray several ? [.. several] : new[] { at };
        return steps is ["projectName"]
            ? accepted.Any(gold => NormalText.Name(gold) == NormalText.Name(parsed))
            : accepted.Any(gold => NormalText.Of(gold) == NormalText.Of(parsed));
    }

    private bool? Row(string list, JsonNode? gold, int index, string field, JsonNode? parsed)
    {
        if (gold is null)
            return null;
        if (_rows[list][index] is not { } row)
            return false;
        return gold[row] is JsonObject cells && cells.ContainsKey(field) ? NormalText.Of(cells[field]) == NormalText.Of(parsed) : null;
    }

    private bool? Citation(JsonNode parsed) =>
        _gold["citations"] is JsonArray gold ? gold.Any(g => NormalText.Citation(g!) == NormalText.Citation(parsed)) : null;

    private bool? Item(string list, JsonNode parsed) =>
        _gold[list] is JsonArray gold ? gold.Any(g => NormalText.Item(g!) == NormalText.Item(parsed)) : null;

    // The heads of items may stand in the outline or not: they count neither way.
    private bool? Heading(JsonNode section)
    {
        if (_gold["outline"] is not JsonArray outline)
            return null;
        var heading = NormalText.Heading(section["heading"]);
        return outline.Any(o => (int?)o!["level"] == (int?)section["level"] && NormalText.Heading(o["heading"]) == heading) ? true
            : Items.Any(list => _gold[list] is JsonArray items && items.Any(i => NormalText.Item(i!) == NormalText.Item(section))) ? null
            : false;
    }

    // The gold does not list what frames a report.
    private bool? Kinds(JsonNode section)
    {
        var kinds = KindsOf(section);
        if (_gold["sections"] is not JsonArray gold || Frame.Overlaps(kinds))
            return null;
        var heading = NormalText.Heading(section["heading"]);
        return gold.Any(g => NormalText.Heading(g!["heading"]) == heading && KindsOf(g).SetEquals(kinds));
    }

    private static HashSet<string> KindsOf(JsonNode section) => [.. section["kinds"]!.AsArray().Select(k => k!.ToString())];

    private static JsonNode? At(JsonNode? from, string[] steps)
    {
        foreach (var step in steps)
            from = from is JsonArray list ? list[Number(step)] : from?[step];
        return from;
    }

    private static int Number(string index) => int.Parse(index, CultureInfo.InvariantCulture);

    /// <summary>For each parsed row the gold row of the same name, in order: the longest common subsequence.</summary>
    private static int?[] Align(JsonNode? gold, JsonNode? parsed, string key)
    {
        string?[] a = [.. (gold as JsonArray ?? []).Select(r => NormalText.Of(r?[key]))];
        string?[] b = [.. (parsed as JsonArray ?? []).Select(r => NormalText.Of(r?[key]))];
        var longest = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        var rows = new int?[b.Length];
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
            if (a[i] == b[j])
                (rows[j], i, j) = (i, i + 1, j + 1);
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        return rows;
    }
}
