namespace PerfEval.Parsing.Evaluation.Values;

/// <summary>The runs of n characters in a text, counted: what two texts share of them says how alike they are.</summary>
internal sealed class Grams
{
    private const int BitsOfAPoint = 21;

    private readonly long[] _sorted;

    private Grams(long[] sorted) => _sorted = sorted;

    /// <summary>The runs of a text in normal form, punctuation left out; a text shorter than a run is one run.</summary>
    public static Grams Of(Normal text, int length)
    {
        int[] points = [.. Words.Of(text.Key ?? "")];
        var grams = new long[Math.Max(1, points.Length - length + 1)];
        for (var i = 0; i < grams.Length; i++)
            for (var k = i; k < Math.Min(i + length, points.Length); k++)
                // One more than the code point, so that a short run differs from one that begins with zero.
                grams[i] = (grams[i] << BitsOfAPoint) | (uint)(points[k] + 1);
        Array.Sort(grams);
        return new Grams(grams);
    }

    /// <summary>Dice's coefficient: twice what both share, over all that both have; 1 for equal texts, 0 for texts that share nothing.</summary>
    public double Likeness(Grams other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < _sorted.Length && j < other._sorted.Length)
        {
            var order = _sorted[i].CompareTo(other._sorted[j]);
            if (order == 0)
                shared++;
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }

        return 2.0 * shared / (_sorted.Length + other._sorted.Length);
    }
}
