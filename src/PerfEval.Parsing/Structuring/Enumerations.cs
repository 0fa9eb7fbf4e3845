using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Structuring;

/// <summary>
/// Tells lists from headings by looking at runs of numbered lines: law lists, lists of annexes and numbered statements are text even where
/// one of their lines, taken alone, could be a heading.
/// </summary>
internal static class Enumerations
{
    // Keeps the search linear where numbers never continue.
    private const int MostLinesBetween = 200;

    /// <summary>Drops the headings that are items of lists.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="headings">The heading of each line, or none; changed in place.</param>
    /// <param name="isKnown">Whether a heading's wording is on the list.</param>
    /// <param name="watch">Stops the work.</param>
    public static void Drop(IReadOnlyList<Line> lines, Heading?[] headings, Func<string, bool> isKnown, ParseWatch watch)
    {
        var judged = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            watch.Step();
            if (judged[i] || !lines[i].IsText || !IsListShape(lines[i].Number.Shape))
                continue;
            var run = Run(lines, headings, i);
            foreach (var member in run)
                judged[member] = true;
            if (run.Count > 1)
                Judge(headings, run, isKnown, IsBelowAnnex(headings, run[0]));
        }
    }

    // The lines that continue the numbering from the line at start, up to the next heading of another shape.
    private static List<int> Run(IReadOnlyList<Line> lines, Heading?[] headings, int start)
    {
        var run = new List<int> { start };
        var number = lines[start].Number;
        for (var i = start + 1; i < lines.Count && i - run[^1] < MostLinesBetween; i++)
        {
            if (!lines[i].IsText)
                continue;
            var next = lines[i].Number;
            if (next.Shape == number.Shape && next.Value == number.Value + 1)
            {
                run.Add(i);
                number = next;
            }
            else if (next.Shape == number.Shape || (headings[i] is not null && next.Shape != number.Shape))
            {
                break;
            }
        }

        return run;
    }

    private static void Judge(Heading?[] headings, List<int> run, Func<string, bool> isKnown, bool belowAnnex)
    {
        var found = run.Count(i => headings[i] is not null);
        var known = run.Count(i => headings[i] is { } h && isKnown(h.Text));
        var marked = run.Any(i => headings[i]?.Ground == HeadingGround.Marked);
        if (found == 0 || known > 0 || marked)
            return;
        // Statements in the same run: the few short ones are statements too.
        var isList = found * 2 <= run.Count;
        // Headings have text below them; items of a list follow each other.
        if ((run.Count >= 3 || belowAnnex) && run.Zip(run.Skip(1)).All(p => p.Second == p.First + 1) && run.All(i => headings[i] is null or { IsRunIn: false }))
            isList = true;
        if (!isList)
            return;
        foreach (var i in run)
            if (headings[i] is { } heading && !isKnown(heading.Text))
                headings[i] = null;
    }

    // 五、附件 with 1、项目支出明细表 2、调查问卷汇总表 below it lists the annexes.
    private static bool IsBelowAnnex(Heading?[] headings, int first) =>
        first > 0 && headings[first - 1] is { } above && (above.IsAnnex || above.Text.StartsWith("附件", StringComparison.Ordinal) || above.Text.StartsWith("附表", StringComparison.Ordinal));

    private static bool IsListShape(NumberShape shape) => shape is NumberShape.DigitDot or NumberShape.DigitComma or NumberShape.DigitParen
        or NumberShape.DigitHalfParen or NumberShape.Circled or NumberShape.HanParen;
}
