namespace PerfEval.Parsing.Documents;

/// <summary>Where the text of a block stands on its pages, line by line.</summary>
public sealed class TextLayout
{
    private readonly PlacedLine[] _lines;

    /// <summary>A layout of lines.</summary>
    /// <param name="lines">The lines, in the order of their text.</param>
    /// <exception cref="ArgumentException">The lines are out of order.</exception>
    public TextLayout(IEnumerable<PlacedLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        _lines = [.. lines];
        for (var i = 1; i < _lines.Length; i++)
            if (_lines[i].Start < _lines[i - 1].Start)
                throw new ArgumentException("The lines must come in the order of their text.", nameof(lines));
    }

    /// <summary>The lines, in the order of their text.</summary>
    public IReadOnlyList<PlacedLine> Lines => _lines;

    /// <summary>Where a stretch of the block's text stands: on the page on which it begins, all of it that is on that page.</summary>
    /// <param name="start">The first character's position in the block's text.</param>
    /// <param name="length">The number of characters.</param>
    /// <returns>The place; <see langword="null"/> where none of the characters stands on a page.</returns>
    public PagePlace? Find(int start, int length)
    {
        PagePlace? found = null;
        for (var i = FirstReaching(start); i < _lines.Length && _lines[i].Start < start + Math.Max(1, length); i++)
        {
            if (_lines[i].BoxOf(start, start + length) is not { } box)
                continue;
            if (found is null)
                found = new PagePlace(_lines[i].Page, box);
            else if (found.Value.Page == _lines[i].Page)
                found = found.Value with { Box = found.Value.Box.Union(box) };
        }

        return found;
    }

    private int FirstReaching(int start)
    {
        var (low, high) = (0, _lines.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lines[middle].End <= start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

/// <summary>One line of a block's text on a page.</summary>
public sealed class PlacedLine
{
    private readonly float[] _edges;

    /// <summary>A line.</summary>
    /// <param name="start">The first character's position in the block's text.</param>
    /// <param name="page">The page, 1-based.</param>
    /// <param name="box">The whole line's rectangle.</param>
    /// <param name="edges">Where each character begins along the line, and where the last one ends: one more than there are characters.</param>
    /// <param name="turn">By how many quarter turns, anticlockwise, the line's direction differs from left to right: 0 to 3.</param>
    public PlacedLine(int start, int page, PageBox box, IReadOnlyList<float> edges, int turn = 0)
    {
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(page);
        ArgumentOutOfRangeException.ThrowIfZero(edges.Count, nameof(edges));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)turn, 3u, nameof(turn));
        (Start, Page, Box, Turn) = (start, page, box, turn);
        _edges = edges as float[] ?? [.. edges];
    }

    /// <summary>The first character's position in the block's text.</summary>
    public int Start { get; }

    /// <summary>The position after the last character.</summary>
    public int End => Start + _edges.Length - 1;

    /// <summary>The page, 1-based.</summary>
    public int Page { get; }

    /// <summary>The whole line's rectangle.</summary>
    public PageBox Box { get; }

    /// <summary>By how many quarter turns, anticlockwise, the line's direction differs from left to right.</summary>
    public int Turn { get; }

    /// <summary>The same line at another place of the block's text.</summary>
    internal PlacedLine At(int start) => start == Start ? this : new(start, Page, Box, _edges, Turn);

    internal PageBox? BoxOf(int from, int to)
    {
        var (first, last) = (Math.Max(from, Start) - Start, Math.Min(to, End) - Start);
        if (first >= last)
            return null;
        float a = _edges[first], b = _edges[last];
        return Turn switch
        {
            0 => Box with { Left = a, Right = b },
            1 => Box with { Bottom = a, Top = b },
            2 => Box with { Left = -b, Right = -a },
            _ => Box with { Bottom = -b, Top = -a },
        };
    }
}
