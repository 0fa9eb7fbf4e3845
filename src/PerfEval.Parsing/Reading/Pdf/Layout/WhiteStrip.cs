namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>Finds the white between columns or rows.</summary>
internal static class WhiteStrip
{
    private const float Step = 0.5f;

    /// <summary>The middle of the widest strip that the least text crosses.</summary>
    /// <param name="from">Where the search begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="crossed">How much text crosses a place.</param>
    /// <returns><see langword="null"/> where there is no place to look at.</returns>
    public static float? Middle(float from, float to, Func<float, int> crossed)
    {
        int least = int.MaxValue, length = 0, longest = 0;
        float? middle = null;
        for (var at = from; at <= to; at += Step)
        {
            var count = crossed(at);
            if (count > least)
            {
                length = 0;
                continue;
            }

            length = count < least ? 1 : length + 1;
            longest = count < least ? 0 : longest;
            least = count;
            if (length > longest)
                (longest, middle) = (length, at - length * Step / 2);
        }

        return middle;
    }
}
