using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>
/// Tables whose rows are ruled and whose columns are not: level lines of one width, one below the other, with bands of text between them.
/// <code>
///   -------------------------
///    一级    二级      分值      the head's words stand over the columns
///   -------------------------
///    投入    预算        5       a shorter line leaves what is on its left merged
///            -----------------
///            控制率      5
///   -------------------------
/// </code>
/// The upright lines that are not drawn are put where the least text would cross them, and left out in the bands that cross them.
/// </summary>
internal static class LevelRules
{
    /// <summary>Fewer bands are a head and a body whose rows are not ruled.</summary>
    private const int FewestBands = 4;

    /// <summary>The lines of a table whose body is not ruled: above and below its head, and below its body. A fourth may set the total apart.</summary>
    private const int Open = 3;
    private const int MostBands = 300;

    /// <summary>More columns and letters than a page's table has.</summary>
    private const int MostColumns = 40;
    private const int MostLetters = 20_000;
    private const float Narrowest = 120;

    /// <summary>Lines further apart than this do not rule one table's rows.</summary>
    private const float HighestBand = 640;
    private const float SameEdge = 6;

    /// <summary>The words of a head stand at least so many font sizes apart.</summary>
    private const float WordGap = 0.7f;

    /// <summary>The lines that the tables lack which level lines rule: the upright ones, and those between the rows of a body that is not ruled.</summary>
    /// <param name="nets">All lines of the frame, put together.</param>
    /// <param name="letters">Its letters.</param>
    public static List<Rule> Missing(List<RuleNet> nets, List<Letter> letters)
    {
        var found = new List<Rule>();
        var loose = nets.Where(net => net.Upright.Count == 0).SelectMany(net => net.Level).OrderByDescending(r => r.Y0).ToList();
        for (var i = 0; i < loose.Count;)
        {
            var end = BlockEnd(loose, i);
            if (end - i is Open or Open + 1 or > FewestBands and <= MostBands)
                AddColumns(found, loose.GetRange(i, end - i), letters);
            i = end;
        }

        return found;
    }

    /// <summary>Where the run of lines ends that begins with a line: those that lie within its width, the last of them as wide.</summary>
    private static int BlockEnd(List<Rule> lines, int first)
    {
        var top = lines[first];
        var end = first + 1;
        if (top.X1 - top.X0 < Narrowest)
            return end;
        for (var i = first + 1; i < Math.Min(lines.Count, first + MostBands + 1) && lines[i - 1].Y0 - lines[i].Y0 <= HighestBand; i++)
        {
            if (lines[i].X0 < top.X0 - SameEdge || lines[i].X1 > top.X1 + SameEdge)
                break;
            if (lines[i].X0 < top.X0 + SameEdge && lines[i].X1 > top.X1 - SameEdge)
                end = i + 1;
        }

        return end;
    }

    private static void AddColumns(List<Rule> found, List<Rule> lines, List<Letter> letters)
    {
        float left = lines[0].X0, right = lines[0].X1, top = lines[0].Y0, bottom = lines[^1].Y0;
        var heights = lines.Select(r => r.Y0).ToList();
        var bands = Bands(heights, letters.FindAll(l => !l.IsSpace && l.Centre < top && l.Centre > bottom && l.Middle > left - SameEdge && l.Middle < right + SameEdge));
        var head = Words(bands[0]);
        if (head.Count is < 2 or > MostColumns || bands.Sum(b => b.Count) > MostLetters)
            return;
        var isOpen = lines.Count <= Open + 1;
        var texts = isOpen ? [bands[0], .. Rows([.. bands.Skip(1).SelectMany(b => b)])] : bands;
        float[] columns = [left, .. Enumerable.Range(0, head.Count - 1).Select(i => Between(head[i], head[i + 1], texts)), right];
        if (isOpen)
        {
            var rows = OpenRows.Lines(columns, bands[1], heights[1], heights[2]);
            if (rows.Count == 0)
                return;
            found.AddRange(rows);
            heights.AddRange(rows.Select(r => r.Y0).Distinct());
            heights.Sort(static (a, b) => b.CompareTo(a));
            bands = Bands(heights, [.. bands.SelectMany(b => b)]);
        }

        found.Add(new Rule(left, bottom, left, top));
        found.Add(new Rule(right, bottom, right, top));
        for (var i = 1; i + 1 < columns.Length; i++)
            for (var b = 0; b < bands.Length; b++)
                if (!Crosses(bands[b], columns[i]))
                    found.Add(new Rule(columns[i], heights[b + 1], columns[i], heights[b]));
    }

    private static List<List<Letter>> Rows(List<Letter> letters)
    {
        var rows = new List<List<Letter>>();
        foreach (var row in new LetterRows(letters))
            rows.Add([.. row]);
        return rows;
    }

    private static List<Letter>[] Bands(List<float> heights, List<Letter> letters)
    {
        var bands = new List<Letter>[heights.Count - 1];
        for (var b = 0; b < bands.Length; b++)
            bands[b] = [];
        foreach (var letter in letters)
            bands[Math.Clamp(heights.FindLastIndex(y => y > letter.Centre), 0, bands.Length - 1)].Add(letter);
        return bands;
    }

    /// <summary>The extents of a head's words, lines of one cell above each other put together.</summary>
    private static List<(float Left, float Right)> Words(List<Letter> letters)
    {
        var words = new List<(float Left, float Right)>();
        foreach (var letter in letters.OrderBy(l => l.Left))
        {
            if (words.Count > 0 && letter.Left - words[^1].Right < WordGap * letter.Size)
                words[^1] = (words[^1].Left, Math.Max(words[^1].Right, letter.Right));
            else
                words.Add((letter.Left, letter.Right));
        }

        return words;
    }

    /// <summary>Where between two words of the head the fewest bands have text.</summary>
    private static float Between((float Left, float Right) a, (float Left, float Right) b, IReadOnlyList<List<Letter>> bands) =>
        WhiteStrip.Middle((a.Left + a.Right) / 2, (b.Left + b.Right) / 2, at => bands.Count(band => Crosses(band, at))) ?? (a.Right + b.Left) / 2;

    // A strip of a point on both sides must be free: between two letters of a word there is none.
    private static bool Crosses(List<Letter> band, float at) => band.Exists(l => l.Left < at + 1 && l.Right > at - 1);
}
