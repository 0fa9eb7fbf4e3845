using System.Text.Json;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>Sections: right where one of the same kinds holds the same text.</summary>
internal static class SectionJudge
{
    private const int Run = 3;
    private const double Same = 0.97;
    private const int MostShown = 40;

    // What frames a report is not judged.
    private static readonly string[] Frame = ["cover", "preface", "abstract", "attachments"];

    public static void Judge(JsonElement gold, JsonElement parsed, Judgement judgement)
    {
        if (JsonMembers.Find(gold, judgement.Field) is not { } wanted)
            return;
        Part[] pool = [.. SectionText.Walk(JsonMembers.Find(parsed, judgement.Field), "/sections")
            .Where(section => JsonMembers.Items(JsonMembers.Find(section.Section, "kinds")).Count > 0)
            .Select(section => new Part(section.Section, SectionText.Of(section.Section), section.Pointer))];
        Part[] goldParts = [.. JsonMembers.Items(wanted).Select(section => new Part(section, JsonMembers.Text(section, "text") ?? "", null)).Where(part => !part.IsFrame)];
        var (taken, right, near) = (new HashSet<Part>(), 0, 0.0);
        var unmatched = new List<Part>();
        foreach (var part in goldParts)
            if (Best(part, pool, taken) is ({ } best, >= Same) && taken.Add(best))
                right++;
            else
                unmatched.Add(part);
        var nearTaken = new HashSet<Part>(taken);
        foreach (var part in unmatched)
            near += Near(part, pool, nearTaken, judgement);
        foreach (var extra in pool.Where(part => !part.IsFrame && !nearTaken.Contains(part)))
            judgement.Miss(judgement.Field, null, extra.Shown, extra.Pointer);
        var read = right + pool.Count(part => !part.IsFrame && !taken.Contains(part));
        judgement.Lists(right, right + near, read, goldParts.Length);
    }

    // Of equally alike sections the last one.
    private static (Part? Part, double Likeness) Best(Part gold, Part[] pool, HashSet<Part> taken)
    {
        (Part? Part, double Likeness) best = (null, -1);
        foreach (var part in pool)
            if (part.Kinds == gold.Kinds && !taken.Contains(part) && gold.Runs.Likeness(part.Runs) is var likeness && likeness >= best.Likeness)
                best = (part, likeness);
        return best;
    }

    private static double Near(Part gold, Part[] pool, HashSet<Part> taken, Judgement judgement)
    {
        var (best, likeness) = Best(gold, pool, taken);
        var closeness = best is null ? 0 : Closeness.FromLeast(likeness);
        var close = closeness > 0 && taken.Add(best!);
        judgement.Miss(judgement.Field, gold.Shown, close ? best!.Shown : null, best?.Pointer, closeness);
        return closeness;
    }

    private sealed class Part(JsonElement section, string text, string? pointer)
    {
        private readonly string[] _kinds = SectionText.Kinds(section);

        public string Kinds { get; } = string.Join('+', SectionText.Kinds(section));

        public bool IsFrame => _kinds.Intersect(Frame).Any();

        public Grams Runs { get; } = Grams.Of(Normal.Of(text), Run);

        public string? Pointer => pointer is null ? null : pointer + "/kinds";

        public string Shown => $"{Kinds}: {JsonMembers.Text(section, "heading")} {(text.Length > MostShown ? text[..MostShown] + "…" : text)}".ReplaceLineEndings(" ");
    }
}
