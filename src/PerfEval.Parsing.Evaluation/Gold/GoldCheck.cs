using System.Globalization;
using System.Text.Json;
using PerfEval.Parsing.Evaluation.Judging;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Gold;

/// <summary>Whether gold is gold: a slip of the pen must not pass for a field that nobody judged.</summary>
/// <param name="path">The file, for what is said of it.</param>
internal sealed class GoldCheck(string path)
{
    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal)
    {
        ["score"] = ["value", "fullMark"],
        ["selfScore"] = ["value", "fullMark"],
        ["grade"] = ["raw", "level"],
        ["objectives"] = ["expected", "actual", "text"],
        ["funding"] = ["initialBudget", "budget", "received", "spent", "executionRate", "fullMark", "score", "lines"],
    };

    private static readonly string[] Lists = ["indicators", "dimensionScores", "outline", "sections", "citations", .. ListJudge.ItemFields];

    private static readonly string[] Names = [.. ScalarJudge.Fields.Where(field => !field.Contains('.', StringComparison.Ordinal)), .. Groups.Keys, .. Lists];

    /// <summary>The gold's reports.</summary>
    /// <exception cref="GoldException">It is no gold.</exception>
    public IReadOnlyList<JsonElement> Parts(JsonElement gold)
    {
        Demand(gold.ValueKind == JsonValueKind.Object, "", "an object is wanted");
        if (!gold.TryGetProperty("parts", out var parts))
        {
            Report(gold, "");
            return [gold];
        }

        Demand(parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() > 0, "/parts", "a list of at least one report is wanted");
        foreach (var (part, i) in parts.EnumerateArray().Select((part, i) => (part, i)))
        {
            Demand(part.ValueKind == JsonValueKind.Object, At("/parts", i), "an object is wanted");
            Report(part, At("/parts", i));
        }

        return JsonMembers.Items(parts);
    }

    private void Report(JsonElement report, string at)
    {
        foreach (var member in report.EnumerateObject())
        {
            var pointer = $"{at}/{member.Name}";
            Known(member.Name, Names, pointer);
            if (Groups.TryGetValue(member.Name, out var inner))
                Group(member.Value, inner, pointer);
            else if (Lists.Contains(member.Name))
                List(member.Value, member.Name, pointer);
            else
                Value(member.Value, pointer, member.Name == "fiscalYears");
        }
    }

    private void Group(JsonElement group, string[] names, string at)
    {
        if (group.ValueKind == JsonValueKind.Null)
            return;
        Demand(group.ValueKind == JsonValueKind.Object, at, "an object or null is wanted");
        foreach (var member in group.EnumerateObject())
        {
            Known(member.Name, names, $"{at}/{member.Name}");
            if (member.Name == "lines")
                List(member.Value, "funding.lines", $"{at}/lines");
            else
                Value(member.Value, $"{at}/{member.Name}", false);
        }
    }

    private void Value(JsonElement value, string at, bool years)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            Demand(value.TryGetProperty("oneOf", out var several) && several.ValueKind == JsonValueKind.Array && several.GetArrayLength() > 0, at, "a value is wanted, or {\"oneOf\": [values]}");
            foreach (var (one, i) in several.EnumerateArray().Select((one, i) => (one, i)))
                Plain(one, At($"{at}/oneOf", i), years);
        }
        else
            Plain(value, at, years);
    }

    private void Plain(JsonElement value, string at, bool years)
    {
        if (years && value.ValueKind == JsonValueKind.Array)
            Demand(value.EnumerateArray().All(year => year.ValueKind == JsonValueKind.Number), at, "a list of years is wanted");
        else
            Demand(value.ValueKind is JsonValueKind.Null or JsonValueKind.Number or JsonValueKind.String, at, "a text, a number or null is wanted");
    }

    private void List(JsonElement list, string name, string at)
    {
        if (list.ValueKind == JsonValueKind.Null && name is not ("outline" or "sections"))
            return;
        Demand(list.ValueKind == JsonValueKind.Array, at, "a list is wanted");
        foreach (var (item, i) in list.EnumerateArray().Select((item, i) => (item, i)))
            Item(item, name, At(at, i));
    }

    private void Item(JsonElement item, string list, string at)
    {
        if (ListJudge.ItemFields.Contains(list) && item.ValueKind == JsonValueKind.String)
            return;
        Demand(item.ValueKind == JsonValueKind.Object, at, "an object is wanted");
        if (Array.Find(TableJudge.All, table => table.Field == list) is { } table)
            foreach (var cell in item.EnumerateObject())
            {
                Known(cell.Name, table.Columns, $"{at}/{cell.Name}");
                Plain(cell.Value, $"{at}/{cell.Name}", false);
            }
        else if (list is "outline" or "sections")
            Section(item, list, at);
    }

    private void Section(JsonElement section, string list, string at)
    {
        Demand(JsonMembers.Find(section, "heading") is { ValueKind: JsonValueKind.String or JsonValueKind.Null }, $"{at}/heading", "a text is wanted");
        if (list == "outline")
            Demand(JsonMembers.Find(section, "level") is { ValueKind: JsonValueKind.Number }, $"{at}/level", "a number is wanted");
        else
        {
            Demand(JsonMembers.Text(section, "text") is not null, $"{at}/text", "a text is wanted");
            Demand(JsonMembers.Find(section, "kinds") is { ValueKind: JsonValueKind.Array } kinds && kinds.EnumerateArray().All(kind => kind.ValueKind == JsonValueKind.String), $"{at}/kinds", "a list of kinds is wanted");
        }
    }

    private void Known(string name, IReadOnlyList<string> names, string at) =>
        Demand(names.Contains(name), at, $"there is no field of this name; known are {string.Join(", ", names)}");

    private void Demand(bool holds, string at, string what)
    {
        if (!holds)
            throw new GoldException(path, at, what);
    }

    private static string At(string pointer, int index) => $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}";
}
