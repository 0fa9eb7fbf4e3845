using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>Letters to lines: by baseline, then from left to right, with the spaces that gaps show. Makes one line after another, of any page.</summary>
/// <param name="turn">The direction of their frame.</param>
internal sealed class LineMaker(int turn)
{
    /// <summary>Letters of words stand nearer than this part of the font size; Chinese characters may be set wider.</summary>
    private const float WordGap = 0.22f;
    private const float WideGap = 1.0f;

    /// <summary>A gap that a tab, not a space, makes.</summary>
    private const float TabGap = 2.0f;

    private readonly StringBuilder _text = new();
    private readonly List<float> _edges = [];
    private readonly List<(int Start, int End, Letter Letter)> _raised = [];
    private readonly LineLook _look = new();

    /// <summary>The lines of some letters, top first.</summary>
    public List<PdfLine> Lines(PageContent page, List<Letter> letters)
    {
        var lines = new List<PdfLine>();
        foreach (var row in new LetterRows(letters))
            if (Line(page, row) is { } line)
                lines.Add(line);
        return lines;
    }

    /// <summary>The line of letters that stand on one baseline, from left to right; <see langword="null"/> where they are all white space.</summary>
    public PdfLine? Line(PageContent page, ReadOnlySpan<Letter> letters)
    {
        _text.Clear();
        _edges.Clear();
        _raised.Clear();
        _look.Clear();
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
                    _look.Overprinted(_text.Length - previous.Text.Length);
                    continue;
                }

                Gap(letter, previous, letter.Left - right);
            }

            var start = _text.Length;
            Append(letter);
            if (_raised.Count > 0 && _raised[^1].End == start && SameHeight(letter, previous))
                _raised[^1] = (_raised[^1].Start, _text.Length, letter);
            else if (IsMark(letter.Text[0]))
                _raised.Add((start, _text.Length, letter));
            previous = letter;
            right = Math.Max(right, letter.Right);
        }

        var endsInSpace = _text.Length > 0 && Letter.IsWhite(_text[^1]);
        while (_text.Length > 0 && Letter.IsWhite(_text[^1]))
        {
            _text.Length--;
            _edges.RemoveAt(_edges.Count - 1);
        }

        if (_text.Length == 0)
            return null;
        _edges.Add(Math.Max(right, _edges[^1]));
        var text = _text.ToString();
        var (size, font, baseline) = _look.Main;
        var hasHan = HasHan(text);
        return new PdfLine
        {
            Page = page.Number,
            Turn = turn,
            Text = text,
            Edges = [.. _edges],
            Left = left,
            Baseline = baseline,
            Size = size,
            Font = font >= 0 && font < page.Fonts.Count ? page.Fonts[font].Name : "",
            BoldLead = _look.Lead(text, hasHan, null),
            HeavyLead = _look.Lead(text, hasHan, page.Fonts),
            HeadingLevel = _look.ContentId >= 0 && page.HeadingLevels.TryGetValue(_look.ContentId, out var level) ? level : null,
            Raised = Raised(size, baseline) ?? (IReadOnlyList<(int Start, int Length)>)[],
            EndsInSpace = endsInSpace,
            IsFurniture = _look.IsFurniture,
            IsPale = _look.IsPale,
        };
    }

    private static bool HasHan(string text)
    {
        foreach (var c in text)
            if (ChineseText.IsHan(c))
                return true;
        return false;
    }

    private List<(int Start, int Length)>? Raised(float size, float baseline)
    {
        List<(int Start, int Length)>? raised = null;
        foreach (var (start, end, letter) in _raised)
            if (letter.Size < 0.8f * size && letter.Baseline - baseline > 0.12f * size && end <= _text.Length)
                (raised ??= []).Add((start, end - start));
        return raised;
    }

    private static bool IsMark(char c) => char.IsAsciiDigit(c) || c is '*' or '※' or '†' or '[' or '〔' or (>= '①' and <= '⑳') or '\u00B9' or '\u00B2' or '\u00B3';

    private static bool SameHeight(in Letter a, in Letter b) => Math.Abs(a.Baseline - b.Baseline) < 0.05f * a.Size && Math.Abs(a.Size - b.Size) < 0.05f * a.Size;

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
        var spaced = _text.Length > 0 && Letter.IsWhite(_text[^1]);
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

    private void Append(in Letter letter)
    {
        var text = letter.Text;
        var step = (letter.Right - letter.Left) / text.Length;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\u00A0')
                Add(' ', letter.Left + step * i);
            else if (!ChineseText.IsInvisible(text[i]) && text[i] is not ('\t' or '\n'))
                Add(text[i], letter.Left + step * i);
        _look.Add(letter, _text.Length);
    }
}
