namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>The width at which a program broke lines: found where many lines end at about the same place and none goes beyond it.</summary>
internal sealed class WrapWidth
{
    private const int FewestFullLines = 3;

    /// <summary>Narrower columns than this are no prose.</summary>
    private const int NarrowestCells = 36;

    private const int WidestCells = 400;

    private WrapWidth(int width, bool cells)
    {
        Width = width;
        InCells = cells;
    }

    public int Width { get; }

    /// <summary>Whether a Chinese character counts two, as on a terminal; otherwise every character counts one.</summary>
    public bool InCells { get; }

    /// <summary>How far short of the width a full line may end: the room of one character, or two where punctuation was kept off the line's start.</summary>
    public int Tolerance => InCells ? 4 : 2;

    /// <summary>The width at which these stretches end; <see langword="null"/> where they are not broken at any.</summary>
    /// <param name="stretches">The lines; white space at their ends does not count.</param>
    /// <param name="fullShare">The share of stretches that must be full.</param>
    public static WrapWidth? Of(IReadOnlyList<string> stretches, double fullShare)
    {
        var (inCells, inCharacters) = (new Extents(), new Extents());
        foreach (var stretch in stretches)
        {
            var text = stretch.AsSpan().TrimEnd();
            var isOpen = !EndsSentence(text);
            inCells.Add(stretch.Length > WidestCells ? WidestCells + 1 : Cells(text), isOpen);
            inCharacters.Add(stretch.Length > WidestCells ? WidestCells + 1 : text.Length, isOpen);
        }

        var cells = Find(inCells, true, fullShare * stretches.Count, out var fullInCells);
        var characters = Find(inCharacters, false, fullShare * stretches.Count, out var fullInCharacters);
        return fullInCharacters > fullInCells ? characters : cells ?? characters;
    }

    /// <summary>A stretch's extent in this width's unit.</summary>
    public int Measure(ReadOnlySpan<char> text) => InCells ? Cells(text) : text.Length;

    private static int Cells(ReadOnlySpan<char> text)
    {
        var cells = 0;
        foreach (var c in text)
            cells += NormalText.IsWide(c) ? 2 : 1;
        return cells;
    }

    private static WrapWidth? Find(Extents extents, bool inCells, double fewestFull, out int full)
    {
        var unit = new WrapWidth(0, inCells);
        var narrowest = inCells ? NarrowestCells : NarrowestCells / 2;
        var width = 0;
        full = 0;
        for (var w = narrowest; w <= WidestCells; w++)
        {
            var count = extents.Lines[w] == 0 ? 0 : Sum(extents.Lines, w - unit.Tolerance, w);
            if (count >= full && count > 0)
                (width, full) = (w, count);
        }

        var beyond = width == 0 ? 0 : Sum(extents.Lines, width + 1, WidestCells + 1);
        var open = width == 0 ? 0 : Sum(extents.OpenLines, width - unit.Tolerance, width);
        var found = full >= FewestFullLines && full >= fewestFull && open * 2 > full && beyond <= full / 20 + (extents.Count > 20 ? 1 : 0);
        full = found ? full : 0;
        return found ? new WrapWidth(width, inCells) : null;
    }

    /// <summary>Whether the text ends as a sentence or clause that a paragraph may end with.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd().TrimEnd("”’）)》");
        return text.Length > 0 && text[^1] is '。' or '！' or '？' or '；' or '：' or '!' or '?' or ';' or ':';
    }

    private static int Sum(int[] counts, int from, int to)
    {
        var sum = 0;
        for (var i = Math.Max(0, from); i <= to; i++)
            sum += counts[i];
        return sum;
    }

    /// <summary>How many lines there are of each extent; the last place is that of all longer ones.</summary>
    private sealed class Extents
    {
        public int[] Lines { get; } = new int[WidestCells + 2];

        /// <summary>Those that do not end a sentence.</summary>
        public int[] OpenLines { get; } = new int[WidestCells + 2];

        public int Count { get; private set; }

        public void Add(int extent, bool isOpen)
        {
            extent = Math.Min(extent, WidestCells + 1);
            Lines[extent]++;
            OpenLines[extent] += isOpen ? 1 : 0;
            Count++;
        }
    }
}
