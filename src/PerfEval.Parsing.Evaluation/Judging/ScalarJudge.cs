using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>Single values: right where equal to one that the gold accepts.</summary>
internal static partial class ScalarJudge
{
    /// <summary>The fields.</summary>
    public static readonly string[] Fields =
    [
        "title", "subject", "mode", "form", "fiscalYears", "projectName", "evaluatedUnit", "competentDepartment", "commissioner",
        "evaluator", "reportDate", "score.value", "score.fullMark", "selfScore.value", "grade.raw", "grade.level",
        "funding.initialBudget", "funding.budget", "funding.received", "funding.spent", "funding.executionRate", "funding.fullMark", "funding.score",
        "objectives.expected", "objectives.actual",
    ];

    // One of these is either right or wrong: project and policy share no characters that would mean anything.
    private static readonly string[] Closed = ["subject", "mode", "form", "grade.level"];

    public static void Judge(JsonElement gold, JsonElement parsed, Judgement judgement)
    {
        if (JsonMembers.Find(gold, judgement.Field) is not { } wanted)
            return;
        var read = JsonMembers.Find(parsed, judgement.Field);
        JsonElement[] accepted = wanted.ValueKind == JsonValueKind.Object && wanted.TryGetProperty("oneOf", out var several) ? [.. several.EnumerateArray()] : [wanted];
        Normal[] options = [.. accepted.Select(Normal.Of)];
        var got = read is { } value ? Normal.Of(value) : default;
        if (Array.Exists(options, option => AreEqual(judgement.Field, option, got)))
            Count(judgement, got.IsNothing ? 0 : 1);
        else
            Differ(judgement, accepted, options, read, got);
    }

    private static void Count(Judgement judgement, int right)
    {
        judgement.Strictly(right, 0, 0);
        judgement.Softly(right, 0, 0);
    }

    private static void Differ(Judgement judgement, JsonElement[] accepted, Normal[] options, JsonElement? read, Normal got)
    {
        var (wrong, missed) = (got.IsNothing ? 0 : 1, Array.Exists(options, option => !option.IsNothing) ? 1 : 0);
        var closeness = wrong * missed == 0 ? 0 : Enumerable.Range(0, options.Length).Max(i => Near(judgement.Field, accepted[i], options[i], read!.Value, got));
        judgement.Strictly(0, wrong, missed);
        judgement.Softly(closeness, wrong - closeness, missed - closeness);
        judgement.Miss(judgement.Field, JsonMembers.Shown(accepted[0]), wrong == 0 ? null : JsonMembers.Shown(read), "/" + judgement.Field.Replace('.', '/'), closeness);
    }

    private static bool AreEqual(string field, Normal option, Normal got) =>
        option == got || (field == "projectName" && !option.IsNothing && !got.IsNothing && NameEnd().Replace(option.Key!, "") == NameEnd().Replace(got.Key!, ""));

    private static double Near(string field, JsonElement wanted, Normal option, JsonElement read, Normal got) => field switch
    {
        _ when Array.IndexOf(Closed, field) >= 0 => 0,
        "reportDate" => Closeness.OfDates(JsonMembers.Shown(wanted) ?? "", JsonMembers.Shown(read) ?? ""),
        "fiscalYears" => Shared([.. JsonMembers.Items(wanted).Select(Normal.Of)], [.. JsonMembers.Items(read).Select(Normal.Of)]),
        _ => Closeness.Of(option, got),
    };

    private static double Shared(HashSet<Normal> wanted, HashSet<Normal> got) =>
        wanted.Count + got.Count == 0 ? 0 : 2.0 * wanted.Intersect(got).Count() / (wanted.Count + got.Count);

    [GeneratedRegex(@"(项目|专项资金|资金)$")]
    private static partial Regex NameEnd();
}
