namespace PerfEval.Parsing.Structuring;

/// <summary>The lines of text by what they begin with: to find out for each of many beginnings whether a line further down has it.</summary>
internal sealed class LineBeginnings
{
    // In ordinal order, so that the lines with one beginning stand together.
    private readonly (string Text, int Index)[] _lines;

    /// <summary>The lines of a document, their labels before them and without white space.</summary>
    public LineBeginnings(List<Line> lines)
    {
        _lines = [.. lines.Index().Where(l => l.Item.IsText).Select(l => (l.Item.Label + l.Item.Squeezed, l.Index))];
        Array.Sort(_lines, static (a, b) => string.CompareOrdinal(a.Text, b.Text) is not 0 and var order ? order : b.Index - a.Index);
    }

    /// <summary>Whether a line behind the index begins so.</summary>
    public bool StandsAfter(int index, string beginning)
    {
        var (low, high) = (0, _lines.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_lines[middle].Text, beginning) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < _lines.Length && _lines[low].Text.StartsWith(beginning, StringComparison.Ordinal); low++)
            if (_lines[low].Index > index)
                return true;
        return false;
    }
}
