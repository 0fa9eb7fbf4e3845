namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>Letters on one baseline, and the runs into which wide gaps part them.</summary>
internal sealed class TextRow
{
    /// <summary>A gap of this many letters' width parts runs.</summary>
    private const float Gap = 1.0f;

    /// <param name="letters">The letters from left to right; at least one is no space.</param>
    public TextRow(List<Letter> letters)
    {
        Letters = letters;
        var start = -1;
        var right = float.MinValue;
        for (var i = 0; i < letters.Count; i++)
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

        Runs.Add(new TextRun(start, letters.Count, letters[start].Left, right));
        Baseline = letters[start].Baseline;
    }

    public List<Letter> Letters { get; }

    public List<TextRun> Runs { get; } = [];

    public float Baseline { get; }

    public float Size { get; }

    public float Left => Runs[0].Left;

    public float Right => Runs[^1].Right;

    public static List<TextRow> Of(List<Letter> letters) =>
        [.. LineMaker.Rows(letters).Where(row => row.Exists(l => !l.IsSpace)).Select(row => new TextRow(row))];
}

/// <summary>Letters without a wide gap between them.</summary>
/// <param name="First">The first letter's index in its row.</param>
/// <param name="End">The index behind the last.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
internal readonly record struct TextRun(int First, int End, float Left, float Right);
