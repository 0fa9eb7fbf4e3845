using System.Globalization;
using System.Text.Json;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Comparing;

/// <summary>Compares the JSON of one report in two parses, member by member, whatever members it has. Where values were read and what was odd is not compared.</summary>
/// <param name="old">The old report.</param>
/// <param name="new">The new report.</param>
internal sealed class ReportComparer(JsonElement old, JsonElement @new)
{
    private static readonly string[] NotCompared = ["schemaVersion", "source", "evidence", "diagnostics"];

    private readonly Places _oldPlaces = new(old);
    private readonly Places _newPlaces = new(@new);
    private readonly List<Difference> _found = [];

    /// <summary>What differs, in the order of the fields.</summary>
    public IReadOnlyList<Difference> Differences()
    {
        foreach (var name in Members(old, @new).Except(NotCompared))
            if (name == "sections")
                Lists(new Site("sections", "", "", null), ListItem.Sections(Member(old, name)), ListItem.Sections(Member(@new, name)));
            else
                Values(new Site(name, $"/{name}", $"/{name}", null), Member(old, name), Member(@new, name));
        return _found;
    }

    private void Values(Site site, JsonElement? before, JsonElement? now)
    {
        if (before is { ValueKind: JsonValueKind.Object } || now is { ValueKind: JsonValueKind.Object })
            Objects(site, before ?? JsonMembers.Empty, now ?? JsonMembers.Empty);
        else if (IsListOfParts(before) || IsListOfParts(now))
            Lists(site, Items(before, site.Old), Items(now, site.New));
        else if (!AreEqual(before, now))
            Add(site, JsonMembers.Shown(before), JsonMembers.Shown(now));
    }

    // The sections below a section are compared as sections of their own.
    private void Objects(Site site, JsonElement before, JsonElement now)
    {
        foreach (var name in Members(before, now))
            if (site.Field != "sections" || name != "children")
                Values(site.Below(name), Member(before, name), Member(now, name));
    }

    private void Lists(Site site, List<ListItem> before, List<ListItem> now)
    {
        foreach (var (one, other) in ListPairs.Differing(before, now))
        {
            var here = site with { Old = one?.Pointer ?? "", New = other?.Pointer ?? "", Item = site.Item ?? (other ?? one)!.Name };
            if (one is null || other is null)
                Add(here, one?.Text, other?.Text);
            else if (one.Value.ValueKind == JsonValueKind.Object && other.Value.ValueKind == JsonValueKind.Object)
                Values(here, one.Value, other.Value);
            else
                // A table's row is one value; where its words are the same, its spans are not.
                Add(here, one.Text == other.Text ? one.Content : one.Text, one.Text == other.Text ? other.Content : other.Text);
        }
    }

    private void Add(Site site, string? before, string? now) => _found.Add(new Difference(
        site.Field, before is null ? DifferenceKind.Gained : now is null ? DifferenceKind.Lost : DifferenceKind.Changed, before, now)
    {
        Item = site.Item,
        OldPointer = before is null ? null : site.Old,
        NewPointer = now is null ? null : site.New,
        OldPlace = before is null ? null : _oldPlaces.Of(site.Old),
        NewPlace = now is null ? null : _newPlaces.Of(site.New),
    });

    private static IEnumerable<string> Members(JsonElement before, JsonElement now) => Names(before).Union(Names(now), StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Select(member => member.Name) : [];

    private static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static bool IsListOfParts(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array);

    private static List<ListItem> Items(JsonElement? list, string pointer) =>
        [.. JsonMembers.Items(list).Select((item, i) => new ListItem(item, $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}"))];

    // Numbers are compared as numbers: 92.50 is 92.5.
    private static bool AreEqual(JsonElement? before, JsonElement? now) =>
        before is { ValueKind: JsonValueKind.Number } a && now is { ValueKind: JsonValueKind.Number } b && a.TryGetDecimal(out var x) && b.TryGetDecimal(out var y)
            ? x == y
            : JsonMembers.Shown(before) == JsonMembers.Shown(now);

    /// <summary>A field of both reports, and where it stands in each.</summary>
    private sealed record Site(string Field, string Old, string New, string? Item)
    {
        public Site Below(string name) => this with { Field = $"{Field}.{name}", Old = $"{Old}/{name}", New = $"{New}/{name}" };
    }
}
