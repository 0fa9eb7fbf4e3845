namespace PerfEval.Parsing.Reading.Xlsx;

/// <summary>The hidden rows, or the hidden columns, of a sheet.</summary>
internal sealed class HiddenLines(int most)
{
    /// <summary>How many lines before each are hidden, and which is the next that is seen.</summary>
    private int[] _before = [], _next = [];
    private bool[] _hidden = [];
    private bool _isCounted;

    /// <summary>Whether none is hidden.</summary>
    internal bool IsEmpty => _hidden.Length == 0;

    /// <summary>Hides lines, both ends included.</summary>
    internal void Add(int first, int last)
    {
        if (IsEmpty)
            _hidden = new bool[most];
        (first, last) = (Math.Max(0, first), Math.Min(most - 1, last));
        if (first <= last)
            Array.Fill(_hidden, true, first, last - first + 1);
        _isCounted = false;
    }

    /// <summary>Whether a line is hidden.</summary>
    internal bool Contains(int line) => !IsEmpty && _hidden[line];

    /// <summary>Where a line stands once those before it are gone.</summary>
    internal int Shift(int line) => line - Before(line);

    /// <summary>How many lines of a range are seen, its end not included.</summary>
    internal int Visible(int start, int end) => end - start - (Before(end) - Before(start));

    /// <summary>The first line of a range that is seen; its start where none is.</summary>
    internal int FirstVisible(int start, int end)
    {
        if (IsEmpty)
            return start;
        if (!_isCounted)
            CountAll();
        return _next[start] < end ? _next[start] : start;
    }

    private int Before(int line)
    {
        if (IsEmpty)
            return 0;
        if (!_isCounted)
            CountAll();
        return _before[line];
    }

    private void CountAll()
    {
        (_before, _next) = (new int[most + 1], new int[most + 1]);
        for (var i = 0; i < most; i++)
            _before[i + 1] = _before[i] + (_hidden[i] ? 1 : 0);
        _next[most] = most;
        for (var i = most - 1; i >= 0; i--)
            _next[i] = _hidden[i] ? _next[i + 1] : i;
        _isCounted = true;
    }
}
