namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>Counts put together: the same field of many reports added up, the F1 of many fields averaged.</summary>
internal static class ScoreMeans
{
    /// <summary>The mean of the F1 of the fields that have one.</summary>
    public static double? OfFields(IEnumerable<FieldScore> fields, Func<FieldScore, MatchCount> reading)
    {
        double[] known = [.. fields.Select(field => reading(field).F1).OfType<double>()];
        return known.Length == 0 ? null : known.Sum() / known.Length;
    }

    /// <summary>One score for each field, in the fields' order.</summary>
    public static IReadOnlyList<FieldScore> Added(IEnumerable<FieldScore> scores)
    {
        var sums = new Dictionary<string, FieldScore>(StringComparer.Ordinal);
        foreach (var score in scores)
            sums[score.Field] = sums.TryGetValue(score.Field, out var sum)
                ? new FieldScore(score.Field, sum.Strict.Add(score.Strict), sum.Soft.Add(score.Soft))
                : score;
        return [.. ReportJudge.Fields.Where(sums.ContainsKey).Select(field => sums[field])];
    }
}
