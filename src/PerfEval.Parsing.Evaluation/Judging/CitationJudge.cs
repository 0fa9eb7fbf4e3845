using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>Citations: known by their document number, else by their title; in any order, each once.</summary>
internal static partial class CitationJudge
{
    public static void Judge(JsonElement gold, JsonElement parsed, Judgement judgement)
    {
        if (JsonMembers.Find(gold, judgement.Field) is not { } wanted)
            return;
        var (goldSet, readSet) = (Known(wanted, null), Known(JsonMembers.Find(parsed, judgement.Field), "/citations"));
        var equal = goldSet.Keys.Count(readSet.ContainsKey);
        List<Cited> open = [.. readSet.Where(entry => !goldSet.ContainsKey(entry.Key)).Select(entry => entry.Value)];
        var near = 0.0;
        foreach (var citation in goldSet.Where(entry => !readSet.ContainsKey(entry.Key)).Select(entry => entry.Value))
        {
            var (best, closeness) = Nearest(citation, open);
            near += closeness;
            judgement.Miss(judgement.Field, citation.Shown, best?.Shown, best?.Pointer, closeness);
            if (best is not null)
                open.Remove(best);
        }

        foreach (var citation in open)
            judgement.Miss(judgement.Field, null, citation.Shown, citation.Pointer);
        judgement.Lists(equal, equal + near, readSet.Count, goldSet.Count);
    }

    private static Dictionary<string, Cited> Known(JsonElement? list, string? pointer)
    {
        var known = new Dictionary<string, Cited>(StringComparer.Ordinal);
        foreach (var (citation, i) in JsonMembers.Items(list).Select((citation, i) => (citation, i)))
        {
            var (number, title) = (JsonMembers.Cell(citation, "documentNumber"), JsonMembers.Cell(citation, "title"));
            var bare = TitleMarks().Replace(title.KeyOrNone, "");
            var shown = string.Join(" ", new[] { JsonMembers.Text(citation, "title"), JsonMembers.Text(citation, "documentNumber") }.Where(text => text is not null));
            known.TryAdd(number.Key ?? "T:" + bare, new Cited(Grams.Of(Normal.Of(title.IsNothing ? "" : bare), 2), shown, pointer is null ? null : $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}"));
        }

        return known;
    }

    private static (Cited? Best, double Closeness) Nearest(Cited gold, List<Cited> open)
    {
        (Cited? Best, double Closeness) nearest = (null, 0);
        foreach (var citation in open)
            if (Closeness.FromLeast(gold.Title.Likeness(citation.Title)) is var closeness && closeness > nearest.Closeness)
                nearest = (citation, closeness);
        return nearest;
    }

    [GeneratedRegex("[《》〈〉<>]")]
    private static partial Regex TitleMarks();

    private sealed record Cited(Grams Title, string Shown, string? Pointer);
}
