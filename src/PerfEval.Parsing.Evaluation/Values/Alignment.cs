namespace PerfEval.Parsing.Evaluation.Values;

/// <summary>Which items of two lists belong together when none has to be equal: the pairs, in order, whose likenesses add up to most.</summary>
internal static class Alignment
{
    /// <summary>What two items must be alike at least to belong together.</summary>
    public const double Least = 0.5;

    // The table of all pairs must fit into memory; lists as long as that are aligned by equal keys alone.
    private const long MostPairs = 1_000_000;

    /// <summary>Whether two lists are short enough.</summary>
    public static bool CanAlign(int first, int second) => (long)first * second <= MostPairs;

    /// <summary>The pairs in order; of equally good alignments the one that pairs early items.</summary>
    public static IReadOnlyList<(int First, int Second)> Best(int first, int second, Func<int, int, double> likeness)
    {
        var likenesses = new double[first, second];
        var best = new double[first + 1, second + 1];
        for (var i = first - 1; i >= 0; i--)
            for (var j = second - 1; j >= 0; j--)
            {
                likenesses[i, j] = likeness(i, j);
                best[i, j] = Math.Max(best[i + 1, j], best[i, j + 1]);
                if (likenesses[i, j] >= Least)
                    best[i, j] = Math.Max(best[i, j], best[i + 1, j + 1] + likenesses[i, j]);
            }

        var pairs = new List<(int First, int Second)>();
        for (int i = 0, j = 0; i < first && j < second;)
            if (likenesses[i, j] >= Least && best[i, j] == best[i + 1, j + 1] + likenesses[i, j])
                pairs.Add((i++, j++));
            else if (best[i, j] == best[i + 1, j])
                i++;
            else
                j++;
        return pairs;
    }
}
