using System.Runtime.InteropServices;
using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>Letters to lines: by baseline, then from left to right, with the spaces that gaps show.</summary>
internal sealed class LineMaker(PageContent page, int turn)
{
    /// <summary>Letters whose baselines differ by less than this part of the font size are on one line: enough for raised and lowered ones.</summary>
    private const float SameLine = 0.5f;

    /// <summary>Letters of words stand nearer than this part of the font size; Chinese characters may be set wider.</summary>
    private const float WordGap = 0.22f;
    private const float WideGap = 1.0f;

    /// <summary>A gap that a tab, not a space, makes.</summary>
    private const float TabGap = 2.0f;

    private readonly StringBuilder _text = new();
    private readonly List<float> _edges = [];
    private readonly List<(int Start, int End, Letter Letter)> _raised = [];

    /// <summary>Groups letters into rows, top first; the letters of each from left to right.</summary>
    public static List<List<Letter>> Rows(List<Letter> letters)
    {
        letters.Sort(static (a, b) => a.Baseline != b.Baseline ? b.Baseline.CompareTo(a.Baseline) : a.Left.CompareTo(b.Left));
        var rows = new List<List<Letter>>();
        List<Letter>? row = null;
        float top = 0, size = 0;
        foreach (var letter in letters)
        {
            if (row is null || top - letter.Baseline > SameLine * Math.Max(size, letter.Size))
            {
                rows.Add(row = []);
                (top, size) = (letter.Baseline, letter.Size);
            }

            row.Add(letter);
            size = Math.Max(size, letter.Size);
        }

        foreach (var each in rows)
            each.Sort(static (a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : b.Baseline.CompareTo(a.Baseline));
        return rows;
    }

    /// <summary>The lines of some letters, top first.</summary>
    public List<PdfLine> Lines(List<Letter> letters)
    {
        var lines = new List<PdfLine>();
        foreach (var row in Rows(letters))
            if (Line(CollectionsMarshal.AsSpan(row)) is { } line)
                lines.Add(line);
        return lines;
    }

    /// <summary>The line of letters that stand on one baseline, from left to right; <see langword="null"/> where they are all white space.</summary>
    public PdfLine? Line(ReadOnlySpan<Letter> letters)
    {
        _text.Clear();
        _edges.Clear();
        _raised.Clear();
        var look = new LineLook();
        var previous = default(Letter);
        float left = float.MaxValue, right = float.MinValue;
        foreach (var letter in letters)
        {
            if (letter.IsSpace)
            {
                Space();
                continue;
            }

            left = Math.Min(left, letter.Left);
            if ((letter.Traits & GlyphTraits.Struck) != 0)
            {
                right = Math.Max(right, letter.Right);
                continue;
            }

            if (previous.Text is not null)
            {
                if (IsOverprint(letter, previous))
                {
                    look.Overprinted(_text.Length - previous.Text.Length);
                    continue;
                }

                Gap(letter, previous, letter.Left - right);
            }

            var start = _text.Length;
            Append(letter, ref look);
            if (_raised.Count > 0 && _raised[^1].End == start && SameHeight(letter, previous))
                _raised[^1] = (_raised[^1].Start, _text.Length, letter);
            else if (IsMark(letter.Text[0]))
                _raised.Add((start, _text.Length, letter));
            previous = letter;
            right = Math.Max(right, letter.Right);
        }

        var endsInSpace = _text.Length > 0 && char.IsWhiteSpace(_text[^1]);
        while (_text.Length > 0 && char.IsWhiteSpace(_text[^1]))
        {
            _text.Length--;
            _edges.RemoveAt(_edges.Count - 1);
        }

        if (_text.Length == 0)
            return null;
        _edges.Add(Math.Max(right, _edges[^1]));
        var text = _text.ToString();
        return new PdfLine
        {
            Page = page.Number,
            Turn = turn,
            Text = text,
            Edges = [.. _edges],
            Left = left,
            Baseline = look.Baseline,
            Size = look.Size,
            Font = look.Font >= 0 && look.Font < page.Fonts.Count ? page.Fonts[look.Font].Name : "",
            BoldLead = look.Lead(text, static run => run.IsBold),
            HeavyLead = look.Lead(text, run => run.IsBold || page.Fonts[run.Font].IsHeavyFace),
            HeadingLevel = look.ContentId >= 0 && page.HeadingLevels.TryGetValue(look.ContentId, out var level) ? level : null,
            Raised = _raised.Count == 0 ? [] : [.. _raised.Where(r => IsRaised(r.Letter, look) && r.End <= text.Length).Select(r => (r.Start, r.End - r.Start))],
            EndsInSpace = endsInSpace,
            IsFurniture = look.IsFurniture,
            IsPale = look.IsPale,
        };
    }

    private static bool IsMark(char c) => char.IsAsciiDigit(c) || c is '*' or '※' or '†' or '[' or '〔' or (>= '①' and <= '⑳') or '\u00B9' or '\u00B2' or '\u00B3';

    private static bool SameHeight(in Letter a, in Letter b) => Math.Abs(a.Baseline - b.Baseline) < 0.05f * a.Size && Math.Abs(a.Size - b.Size) < 0.05f * a.Size;

    private static bool IsRaised(in Letter letter, in LineLook look) =>
        letter.Size < 0.8f * look.Size && letter.Baseline - look.Baseline is var height && height > 0.12f * look.Size;

    // The same letter printed twice in nearly the same place is a bold or shadowed one.
    private static bool IsOverprint(in Letter letter, in Letter previous) =>
        letter.Text == previous.Text && Math.Abs(letter.Left - previous.Left) < 0.25f * letter.Size && Math.Abs(letter.Baseline - previous.Baseline) < 0.25f * letter.Size;

    private void Space()
    {
        if (_text.Length > 0 && _text[^1] is not (' ' or '\t'))
        {
            _text.Append(' ');
            _edges.Add(float.NaN);
        }
    }

    private void Gap(in Letter letter, in Letter previous, float gap)
    {
        var spaced = _text.Length > 0 && char.IsWhiteSpace(_text[^1]);
        if (spaced)
            _edges[^1] = previous.Right;
        var size = Math.Max(letter.Size, previous.Size);
        if (gap >= TabGap * size)
        {
            if (spaced)
                _text[^1] = '\t';
            else
                Add('\t', previous.Right);
        }
        else if (!spaced && gap >= (IsWord(previous.Text[^1]) && IsWord(letter.Text[0]) ? WordGap : WideGap) * size)
        {
            Add(' ', previous.Right);
        }
    }

    private static bool IsWord(char c) => !NormalText.IsWide(c);

    private void Add(char c, float edge)
    {
        _text.Append(c);
        _edges.Add(edge);
    }

    private void Append(in Letter letter, ref LineLook look)
    {
        var text = letter.Text;
        var step = (letter.Right - letter.Left) / text.Length;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\u00A0')
                Add(' ', letter.Left + step * i);
            else if (!ChineseText.IsInvisible(text[i]) && text[i] is not ('\t' or '\n'))
                Add(text[i], letter.Left + step * i);
        look.Add(letter, _text.Length);
    }

    /// <summary>How the letters of a line look: what holds for most of them.</summary>
    private struct LineLook()
    {
        private readonly List<(int End, bool IsBold, short Font)> _runs = [];
        private readonly Dictionary<(float Size, short Font), (float Weight, float Baseline)> _weights = [];
        private int _letters;
        private int _furniture;
        private int _pale;

        public int ContentId { get; private set; } = -1;

        public readonly bool IsFurniture => _furniture * 2 > _letters;

        public readonly bool IsPale => _pale * 2 > _letters;

        public readonly float Size => Main.Key.Size;

        public readonly int Font => _weights.Count == 0 ? -1 : Main.Key.Font;

        public readonly float Baseline => Main.Value.Baseline;

        private readonly KeyValuePair<(float Size, short Font), (float Weight, float Baseline)> Main => _weights.MaxBy(w => w.Value.Weight);

        public void Add(in Letter letter, int end)
        {
            var isHan = ChineseText.IsHan(letter.Text[0]);
            var key = (MathF.Round(letter.Size * 4) / 4, letter.Font);
            var known = _weights.GetValueOrDefault(key);
            // Ideographs say how a line looks; digits and letters are often in another font.
            _weights[key] = (known.Weight + (isHan ? 4 : 1), known.Weight == 0 ? letter.Baseline : known.Baseline);
            _runs.Add((end, (letter.Traits & GlyphTraits.Bold) != 0, letter.Font));
            _letters++;
            _furniture += (letter.Traits & GlyphTraits.Furniture) != 0 ? 1 : 0;
            _pale += (letter.Traits & GlyphTraits.Pale) != 0 ? 1 : 0;
            if (ContentId < 0)
                ContentId = letter.ContentId;
        }

        public readonly void Overprinted(int start)
        {
            if (_runs.Count > 0 && start >= 0)
                _runs[^1] = _runs[^1] with { IsBold = true };
        }

        /// <summary>How many characters at the start stand out: ideographs must, marks and figures between them need not.</summary>
        public readonly int Lead(string text, Func<(int End, bool IsBold, short Font), bool> standsOut)
        {
            var hasHan = text.Any(ChineseText.IsHan);
            int lead = 0, start = 0;
            foreach (var run in _runs)
            {
                if (standsOut(run))
                    lead = run.End;
                else if (!hasHan || ChineseText.IsHan(text[Math.Min(start, text.Length - 1)]))
                    return lead;
                start = run.End;
            }

            return lead == 0 ? 0 : text.Length;
        }
    }
}
