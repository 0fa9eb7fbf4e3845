using PerfEval.Parsing.Extracting.Supplements;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Composing;

/// <summary>The facts that the text alone would not give as they are.</summary>
internal static class FactDifferences
{
    /// <summary>Finds them.</summary>
    /// <param name="wanted">The report.</param>
    /// <param name="read">The report as its text is read.</param>
    /// <returns>Rows of single values, and the lists with their rows.</returns>
    public static (List<string[]> Values, List<(SupplementTableWords Words, List<string[]> Rows)> Lists) Find(PerformanceReport wanted, PerformanceReport read)
    {
        var values = new List<string[]>();
        foreach (var value in SupplementValue.All)
        {
            var text = value.Print(wanted);
            if (text == value.Print(read))
                continue;
            values.Add([SupplementVocabulary.Default.Field(value.Field), text]);
            read = value.Set(read, text);
        }

        var lists = new List<(SupplementTableWords, List<string[]>)>();
        foreach (var list in SupplementList.All)
        {
            var rows = list.Print(wanted).ToList();
            if (!Same(rows, [.. list.Print(read)]))
                lists.Add((list.Words, rows));
        }

        return (values, lists);
    }

    private static bool Same(List<string[]> a, List<string[]> b) => a.Count == b.Count && a.Zip(b).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
