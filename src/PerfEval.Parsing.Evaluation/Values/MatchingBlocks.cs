namespace PerfEval.Parsing.Evaluation.Values;

/// <summary>A stretch in which two lists agree.</summary>
/// <param name="First">Where it begins in the first list.</param>
/// <param name="Second">Where it begins in the second list.</param>
/// <param name="Length">How many items agree.</param>
internal readonly record struct MatchingBlock(int First, int Second, int Length);

/// <summary>
/// Where two lists agree, in order: the longest stretch of equal items (the earliest of equally long ones), then the same to its left and to its right
/// (Ratcliff and Obershelp).
/// </summary>
internal sealed class MatchingBlocks
{
    private readonly int[] _first;
    private readonly int[][] _places;
    private int[] _lengths;
    private int[] _before;

    private MatchingBlocks(int[] first, int[][] places, int secondLength) =>
        (_first, _places, _lengths, _before) = (first, places, new int[secondLength + 1], new int[secondLength + 1]);

    /// <summary>The stretches in order; neighbours are not joined.</summary>
    public static IReadOnlyList<MatchingBlock> Of<T>(IReadOnlyList<T> first, IReadOnlyList<T> second)
        where T : notnull
    {
        var ids = new Dictionary<T, int>();
        var places = new List<List<int>>();
        for (var j = 0; j < second.Count; j++)
        {
            if (ids.TryAdd(second[j], places.Count))
                places.Add([]);
            places[ids[second[j]]].Add(j);
        }

        int[] known = [.. first.Select(item => ids.GetValueOrDefault(item, -1))];
        return new MatchingBlocks(known, [.. places.Select(list => list.ToArray())], second.Count).All();
    }

    /// <summary>The pairs of places that agree.</summary>
    public static IEnumerable<(int First, int Second)> Pairs<T>(IReadOnlyList<T> first, IReadOnlyList<T> second)
        where T : notnull =>
        Of(first, second).SelectMany(block => Enumerable.Range(0, block.Length).Select(k => (block.First + k, block.Second + k)));

    private List<MatchingBlock> All()
    {
        var found = new List<MatchingBlock>();
        var open = new Stack<(int FirstLow, int FirstHigh, int SecondLow, int SecondHigh)>([(0, _first.Length, 0, _lengths.Length - 1)]);
        while (open.TryPop(out var range))
        {
            var best = Longest(range.FirstLow, range.FirstHigh, range.SecondLow, range.SecondHigh);
            if (best.Length == 0)
                continue;
            found.Add(best);
            if (range.FirstLow < best.First && range.SecondLow < best.Second)
                open.Push((range.FirstLow, best.First, range.SecondLow, best.Second));
            if (best.First + best.Length < range.FirstHigh && best.Second + best.Length < range.SecondHigh)
                open.Push((best.First + best.Length, range.FirstHigh, best.Second + best.Length, range.SecondHigh));
        }

        found.Sort(static (a, b) => a.First.CompareTo(b.First));
        return found;
    }

    // The length of the agreement that ends at (i, j) stands at j + 1; only places of the row before are ever set, and they are cleared again.
    private MatchingBlock Longest(int firstLow, int firstHigh, int secondLow, int secondHigh)
    {
        var best = new MatchingBlock(firstLow, secondLow, 0);
        for (var i = firstLow; i < firstHigh; i++)
        {
            foreach (var j in Within(i, secondLow, secondHigh))
            {
                var length = _before[j] + 1;
                _lengths[j + 1] = length;
                if (length > best.Length)
                    best = new MatchingBlock(i - length + 1, j - length + 1, length);
            }

            Clear(_before, i - 1, firstLow, secondLow, secondHigh);
            (_before, _lengths) = (_lengths, _before);
        }

        Clear(_before, firstHigh - 1, firstLow, secondLow, secondHigh);
        return best;
    }

    private void Clear(int[] lengths, int row, int firstLow, int secondLow, int secondHigh)
    {
        if (row < firstLow)
            return;
        foreach (var j in Within(row, secondLow, secondHigh))
            lengths[j + 1] = 0;
    }

    private ReadOnlySpan<int> Within(int row, int low, int high)
    {
        if (_first[row] < 0)
            return [];
        var all = _places[_first[row]];
        var from = LowerBound(all, low);
        return all.AsSpan(from, LowerBound(all, high) - from);
    }

    private static int LowerBound(int[] sorted, int value)
    {
        var at = Array.BinarySearch(sorted, value);
        return at < 0 ? ~at : at;
    }
}
