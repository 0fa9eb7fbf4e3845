namespace PerfEval.Parsing.Documents;

/// <summary>Where a block's text stands in a text file: which stretch of it begins on which line. Wrapped lines that were joined have a stretch each.</summary>
public sealed class SourceLines
{
    private readonly SourceLine[] _lines;

    /// <summary>The stretches of a block's text.</summary>
    /// <param name="lines">The stretches, in the order of the text.</param>
    /// <exception cref="ArgumentException">There are none, or they are out of order.</exception>
    public SourceLines(IEnumerable<SourceLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        _lines = [.. lines];
        if (_lines.Length == 0)
            throw new ArgumentException("A block of a text file stands on at least one line.", nameof(lines));
        for (var i = 1; i < _lines.Length; i++)
            if (_lines[i].Start < _lines[i - 1].Start)
                throw new ArgumentException("The lines must come in the order of their text.", nameof(lines));
    }

    private SourceLines(SourceLine[] lines) => _lines = lines;

    /// <summary>The one stretch of a block's text.</summary>
    internal static SourceLines At(SourceLine place) => new([place]);

    /// <summary>The stretches, in the order of the text.</summary>
    public IReadOnlyList<SourceLine> Lines => _lines;

    /// <summary>The stretches of the text without some of its characters.</summary>
    /// <param name="left">The positions of the characters that are left out, ascending.</param>
    internal SourceLines Without(IReadOnlyList<int> left)
    {
        var kept = new List<SourceLine>(_lines.Length + left.Count);
        var (next, gone) = (0, 0);
        foreach (var position in left)
        {
            for (; next < _lines.Length && _lines[next].Start <= position; next++)
                kept.Add(_lines[next] with { Start = _lines[next].Start - gone });
            var (line, offset) = Find(position + 1);
            kept.Add(new SourceLine(position - gone++, line, offset));
        }

        for (; next < _lines.Length; next++)
            kept.Add(_lines[next] with { Start = _lines[next].Start - gone });
        return new SourceLines(kept.ToArray());
    }

    /// <summary>Where a character of the block's text stands.</summary>
    /// <param name="start">Its position in the block's text.</param>
    /// <returns>Its line, 1-based, and its position in the file's decoded text.</returns>
    public (int Line, int Offset) Find(int start)
    {
        var (low, high) = (0, _lines.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_lines[middle].Start <= start)
                low = middle;
            else
                high = middle - 1;
        }

        return (_lines[low].Line, _lines[low].Offset + Math.Max(0, start - _lines[low].Start));
    }
}

/// <summary>A stretch of a block's text that stands in a text file without a break.</summary>
/// <param name="Start">Where it begins in the block's text.</param>
/// <param name="Line">The file's line, 1-based.</param>
/// <param name="Offset">The position of its first character in the file's decoded text, in UTF-16 units, the byte order mark not counted.</param>
public readonly record struct SourceLine(int Start, int Line, int Offset);
