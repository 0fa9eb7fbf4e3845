using System.Globalization;
using System.Text.Json;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>Lists whose items are right in their order: the items of achievements, experiences, problems and recommendations, and the outline.</summary>
internal static class ListJudge
{
    /// <summary>The fields that list items.</summary>
    public static readonly string[] ItemFields = ["achievements", "experiences", "problems", "recommendations"];

    // A heading of another level is right by half.
    private const double OtherLevel = 0.5;

    public static void Items(JsonElement gold, JsonElement parsed, Judgement judgement)
    {
        if (JsonMembers.Find(gold, judgement.Field) is not { } wanted)
            return;
        Judge([.. JsonMembers.Items(wanted).Select((item, i) => Item(item, judgement.Field, i))],
            [.. JsonMembers.Items(JsonMembers.Find(parsed, judgement.Field)).Select((item, i) => Item(item, judgement.Field, i))], judgement);
    }

    /// <summary>The outline: level and heading of every section. Heads of items may stand in it or not: they count neither way.</summary>
    public static void Outline(JsonElement gold, JsonElement parsed, Judgement judgement)
    {
        if (JsonMembers.Find(gold, judgement.Field) is not { } outline)
            return;
        HashSet<string> items = [.. ItemFields.SelectMany(field => JsonMembers.Items(JsonMembers.Find(gold, field))).Select(item => Headings.ItemKey(Headings.Head(item)))];
        var read = SectionText.Walk(JsonMembers.Find(parsed, "sections"), "/sections")
            .Where(section => JsonMembers.Text(section.Section, "heading") is { Length: > 0 } && Level(section.Section) > 0);
        Judge([.. JsonMembers.Items(outline).Select(section => Entry(section, null)).Where(entry => !items.Contains(entry.ItemKey))],
            [.. read.Select(section => Entry(section.Section, section.Pointer + "/heading")).Where(entry => !items.Contains(entry.ItemKey))], judgement);
    }

    private static Line Item(JsonElement item, string field, int index)
    {
        var head = Headings.Head(item);
        return new Line(Headings.ItemKey(head), Normal.Of(Headings.ItemText(head)), 0, head, $"/{field}/{index.ToString(CultureInfo.InvariantCulture)}");
    }

    private static Line Entry(JsonElement section, string? pointer)
    {
        var (level, heading) = (Level(section), JsonMembers.Text(section, "heading"));
        var key = Headings.Key(heading);
        return new Line(string.Create(CultureInfo.InvariantCulture, $"{level} {key}"), Normal.Of(key), level, $"{level.ToString(CultureInfo.InvariantCulture)} {heading}", pointer)
        {
            ItemKey = Headings.ItemKey(heading),
        };
    }

    private static int Level(JsonElement section) => JsonMembers.Find(section, "level") is { ValueKind: JsonValueKind.Number } level && level.TryGetInt32(out var number) ? number : 0;

    private static void Judge(Line[] gold, Line[] read, Judgement judgement)
    {
        (int First, int Second)[] equal = [.. MatchingBlocks.Pairs([.. gold.Select(line => line.Key)], [.. read.Select(line => line.Key)])];
        judgement.Lists(equal.Length, Near(gold, read, equal.Length), read.Length, gold.Length);
        var (i, j) = (0, 0);
        foreach (var (first, second) in equal.Append((gold.Length, read.Length)))
        {
            // What stands between two agreements on one side is set beside what stands there on the other.
            for (; i < first || j < second; i += i < first ? 1 : 0, j += j < second ? 1 : 0)
                Differ(i < first ? gold[i] : null, j < second ? read[j] : null, judgement);
            (i, j) = (first + 1, second + 1);
        }
    }

    private static double Near(Line[] gold, Line[] read, int equal) =>
        (equal == gold.Length && equal == read.Length) || !Alignment.CanAlign(gold.Length, read.Length) ? equal
            : Alignment.Best(gold.Length, read.Length, (i, j) => Likeness(gold[i], read[j])).Sum(pair => Likeness(gold[pair.First], read[pair.Second]));

    private static double Likeness(Line gold, Line read) => gold.Key == read.Key ? 1 : gold.Runs.Likeness(read.Runs) * (gold.Level == read.Level ? 1 : OtherLevel);

    private static void Differ(Line? gold, Line? read, Judgement judgement) =>
        judgement.Miss(judgement.Field, gold?.Shown, read?.Shown, read?.Pointer, gold is null || read is null ? 0 : Closeness.FromLeast(Likeness(gold, read)));

    /// <summary>One item or heading: what it is known by, its text, what a person sees of it, where it stands.</summary>
    private sealed record Line(string Key, Normal Text, int Level, string? Shown, string? Pointer)
    {
        public string ItemKey { get; init; } = "";

        public Grams Runs { get; } = Grams.Of(Text, 2);
    }
}
