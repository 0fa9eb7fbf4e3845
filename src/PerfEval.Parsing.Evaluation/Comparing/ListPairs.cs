using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Comparing;

/// <summary>Which items of two lists are the same item: those of equal content first, and between them those of like names, so that one item put in changes no other.</summary>
internal static class ListPairs
{
    /// <summary>The pairs that differ, and the items without a counterpart, in order.</summary>
    public static IEnumerable<(ListItem? Old, ListItem? New)> Differing(List<ListItem> old, List<ListItem> @new)
    {
        var (i, j) = (0, 0);
        var equal = MatchingBlocks.Pairs([.. old.Select(item => item.Content)], [.. @new.Select(item => item.Content)]);
        foreach (var (first, second) in equal.Append((old.Count, @new.Count)))
        {
            foreach (var pair in Between(old[i..first], @new[j..second]))
                yield return pair;
            (i, j) = (first + 1, second + 1);
        }
    }

    private static IEnumerable<(ListItem? Old, ListItem? New)> Between(List<ListItem> old, List<ListItem> @new)
    {
        var (i, j) = (0, 0);
        var alike = Alignment.CanAlign(old.Count, @new.Count)
            ? Alignment.Best(old.Count, @new.Count, (a, b) => old[a].Likeness(@new[b]))
            : MatchingBlocks.Pairs([.. old.Select(item => item.Text)], [.. @new.Select(item => item.Text)]);
        foreach (var (first, second) in alike.Append((old.Count, @new.Count)))
        {
            for (; i < first; i++)
                yield return (old[i], null);
            for (; j < second; j++)
                yield return (null, @new[j]);
            if (first < old.Count)
                yield return (old[first], @new[second]);
            (i, j) = (first + 1, second + 1);
        }
    }
}
