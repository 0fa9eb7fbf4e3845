using PerfEval.Parsing.Evaluation.Judging;

namespace PerfEval.Parsing.Evaluation;

/// <summary>How well one report was read.</summary>
/// <param name="Part">Which report of its file, 1-based.</param>
/// <param name="Fields">The fields that there was something to judge of, in their order.</param>
/// <param name="Misses">What was read otherwise than the gold says.</param>
public sealed record ReportScore(int Part, IReadOnlyList<FieldScore> Fields, IReadOnlyList<Miss> Misses)
{
    /// <summary>The fields that there was something to judge of, in their order.</summary>
    public IReadOnlyList<FieldScore> Fields { get; init => field = ValueList.From(value); } = ValueList.From(Fields);

    /// <summary>What was read otherwise than the gold says.</summary>
    public IReadOnlyList<Miss> Misses { get; init => field = ValueList.From(value); } = ValueList.From(Misses);

    /// <summary>Whether everything judged is right.</summary>
    public bool IsPerfect => Fields.All(score => score.Strict.IsPerfect);

    /// <summary>The mean of the fields' F1, strictly; <see langword="null"/> where nothing was judged.</summary>
    public double? Strict => ScoreMeans.OfFields(Fields, score => score.Strict);

    /// <summary>The mean of the fields' F1, softly; <see langword="null"/> where nothing was judged.</summary>
    public double? Soft => ScoreMeans.OfFields(Fields, score => score.Soft);
}
