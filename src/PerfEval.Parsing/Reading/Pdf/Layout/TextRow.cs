using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>Letters on one baseline, and the runs into which wide gaps part them.</summary>
internal sealed class TextRow
{
    /// <summary>A gap of this many letters' width parts runs.</summary>
    private const float Gap = 1.0f;

    private readonly List<Letter> _letters;
    private readonly int _start;
    private readonly int _end;

    /// <param name="all">Letters of which the row's, from left to right, are a part; at least one of it is no space.</param>
    /// <param name="from">Where the row begins.</param>
    /// <param name="to">Where it ends.</param>
    private TextRow(List<Letter> all, int from, int to)
    {
        (_letters, _start, _end) = (all, from, to);
        var letters = Letters;
        var start = -1;
        var right = float.MinValue;
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i].IsSpace)
                continue;
            Size = Math.Max(Size, letters[i].Size);
            if (start >= 0 && letters[i].Left - right > Gap * letters[i].Size)
            {
                Runs.Add(new TextRun(start, i, letters[start].Left, right));
                start = i;
            }

            start = start < 0 ? i : start;
            right = Math.Max(right, letters[i].Right);
        }

        Runs.Add(new TextRun(start, letters.Length, letters[start].Left, right));
        Baseline = letters[start].Baseline;
    }

    public ReadOnlySpan<Letter> Letters => CollectionsMarshal.AsSpan(_letters)[_start.._end];

    public List<TextRun> Runs { get; } = [];

    public float Baseline { get; }

    public float Size { get; }

    public float Left => Runs[0].Left;

    public float Right => Runs[^1].Right;

    /// <summary>The rows of some letters that are more than white space, top first. They are parts of the list, which must not grow while they are used.</summary>
    public static List<TextRow> Of(List<Letter> letters)
    {
        var found = new List<TextRow>();
        var rows = new LetterRows(letters);
        while (rows.MoveNext())
            if (!IsWhite(rows.Current))
                found.Add(new TextRow(letters, rows.Start, rows.End));
        return found;
    }

    private static bool IsWhite(ReadOnlySpan<Letter> letters)
    {
        foreach (ref readonly var letter in letters)
            if (!letter.IsSpace)
                return false;
        return true;
    }
}

/// <summary>Letters without a wide gap between them.</summary>
/// <param name="First">The first letter's index in its row.</param>
/// <param name="End">The index behind the last.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
internal readonly record struct TextRun(int First, int End, float Left, float Right);
