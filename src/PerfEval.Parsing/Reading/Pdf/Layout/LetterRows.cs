using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>
/// Letters by rows, top first; the letters of each from left to right. The list is put in that order, and rows are parts of it: it must not grow while they
/// are used.
/// </summary>
internal ref struct LetterRows
{
    /// <summary>Letters whose baselines differ by less than this part of the font size are on one line: enough for raised and lowered ones.</summary>
    private const float SameLine = 0.5f;

    private readonly Span<Letter> _letters;

    public LetterRows(List<Letter> letters)
    {
        _letters = CollectionsMarshal.AsSpan(letters);
        Sort(_letters, static (a, b) => a.Baseline != b.Baseline ? b.Baseline.CompareTo(a.Baseline) : a.Left.CompareTo(b.Left));
    }

    /// <summary>Where the row begins in the list.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    public readonly Span<Letter> Current => _letters[Start..End];

    public readonly LetterRows GetEnumerator() => this;

    public bool MoveNext()
    {
        Start = End;
        if (Start == _letters.Length)
            return false;
        var (top, size) = (_letters[Start].Baseline, _letters[Start].Size);
        for (End = Start + 1; End < _letters.Length && top - _letters[End].Baseline <= SameLine * Math.Max(size, _letters[End].Size); End++)
            size = Math.Max(size, _letters[End].Size);
        Sort(Current, static (a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : b.Baseline.CompareTo(a.Baseline));
        return true;
    }

    // Letters are mostly shown in the order in which they are read.
    private static void Sort(Span<Letter> letters, Comparison<Letter> order)
    {
        for (var i = 1; i < letters.Length; i++)
            if (order(letters[i - 1], letters[i]) >= 0)
            {
                letters.Sort(order);
                return;
            }
    }
}
