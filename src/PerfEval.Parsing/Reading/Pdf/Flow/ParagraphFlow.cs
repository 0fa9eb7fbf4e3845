using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>
/// Lines to paragraphs, over lines and pages: a paragraph goes on where the line before was full and the next one does not begin like a
/// paragraph.
/// </summary>
internal sealed class ParagraphFlow
{
    /// <summary>A line that begins so many font sizes from the edge begins a paragraph.</summary>
    private const float Indent = 1.0f;

    /// <summary>How much more than the usual distance parts paragraphs.</summary>
    private const float WiderPitch = 1.38f;

    /// <summary>How much, in font sizes, the edge of the text may be off.</summary>
    private const float Slack = 0.15f;

    /// <summary>No word is longer than so many font sizes.</summary>
    private const float LongestWord = 7;

    /// <summary>A head has more characters than the number in front of it.</summary>
    private const int ShortestHead = 4;

    private readonly List<PdfLine> _lines = [];
    private readonly float _pitch;
    private readonly bool _indents;
    private readonly bool _heavyStandsOut;

    /// <param name="pages">The pages, for what is usual in the document.</param>
    public ParagraphFlow(IReadOnlyList<PageLayout> pages)
    {
        var pitches = new List<float>();
        int full = 0, indented = 0, heavy = 0, all = 0;
        foreach (var page in pages)
        {
            PdfLine? before = null;
            foreach (var line in page.Lines.Where(l => l.Role == BlockRole.Body))
            {
                if (before is not null && before.Baseline > line.Baseline)
                    pitches.Add((before.Baseline - line.Baseline) / Math.Max(before.Size, line.Size));
                full += line.Width > 8 * line.Size && line.Indent < Indent * line.Size ? 1 : 0;
                indented += line.Width > 8 * line.Size && !line.IsCentred && line.Indent >= Indent * line.Size && line.Indent < 4 * line.Size ? 1 : 0;
                heavy += line.IsHeavy ? line.Text.Length : 0;
                all += line.Text.Length;
                before = line;
            }
        }

        _heavyStandsOut = heavy * 2 < all;
        pitches.Sort();
        _pitch = pitches.Count == 0 ? 0 : pitches[pitches.Count / 2];
        _indents = indented * 12 >= full;
    }

    /// <summary>Whether it is one line that may be centred, though it nearly fills its column.</summary>
    public bool IsSymmetricLine => _lines is [{ IsSymmetric: true, IsCentred: false } line] && line.Indent > 2;

    /// <summary>Whether the paragraph goes on with a line.</summary>
    public bool GoesOn(PdfLine next)
    {
        if (_lines.Count == 0)
            return false;
        var last = _lines[^1];
        if (last.Turn != next.Turn || last.HeadingLevel != next.HeadingLevel || !HasSizeOf(last, next) || !IsFull(last, next))
            return false;
        return !IsApart(last, next) && !BeginsParagraph(last, next);
    }

    // A bold head may be larger than the text behind it, and both may share a line.
    private static bool HasSizeOf(PdfLine last, PdfLine next) =>
        Math.Abs(last.Size - next.Size) <= (last.IsBold && next.BoldLead > 0 && !next.IsBold ? 0.25f : 0.12f) * Math.Max(last.Size, next.Size);

    /// <summary>Whether the next line's first word would not have fitted behind the last one.</summary>
    private bool IsFull(PdfLine last, PdfLine next)
    {
        // What begins far to the right is a signature or a date.
        if (_lines.Count == 1 && last.Indent > 0.4f * (last.ColumnRight - last.ColumnLeft) && next.Indent < last.Indent / 2)
            return false;
        var room = last.IsCentred && next.IsCentred ? last.ColumnRight - last.ColumnLeft - last.Width : last.Room;
        if (room < next.FirstWordWidth + Slack * last.Size)
            return true;
        // Where paragraphs are indented, a sentence that has not ended goes on on the next line, whatever kept the first word of it back.
        return _indents && !last.IsCentred && room < LongestWord * last.Size && last.Width > 0.6f * (last.ColumnRight - last.ColumnLeft) && next.Indent < Indent * next.Size
            && _lines[0].Indent >= Indent * _lines[0].Size && !LooksOther(last, next) && !WrapWidth.EndsSentence(last.Text) && !LineNumbering.Begins(next.Text);
    }

    private static bool LooksOther(PdfLine last, PdfLine next) => LooksLarger(last, next) || last.Font != next.Font;

    private static bool LooksLarger(PdfLine last, PdfLine next) => Math.Abs(last.Size - next.Size) > 0.4f || last.IsBold != next.IsBold;

    /// <summary>How many characters at a line's start stand out: bold, or in 黑体 where the text is not.</summary>
    private int LeadOf(PdfLine line) => _heavyStandsOut ? line.HeavyLead : line.BoldLead;

    private bool IsHead(PdfLine line) => LeadOf(line) >= line.Text.Length;

    public void Add(PdfLine line) => _lines.Add(line);

    /// <summary>Ends the paragraph; <see langword="null"/> where none was begun.</summary>
    public Paragraph? Take()
    {
        if (_lines.Count == 0)
            return null;
        var join = new LineJoin();
        int boldLead = 0, heavyLead = 0;
        bool allBold = true, allHeavy = true;
        foreach (var line in _lines)
        {
            join.Continue(line);
            var start = join.Length - line.Text.Length;
            boldLead = allBold ? start + line.BoldLead : boldLead;
            heavyLead = allHeavy ? start + LeadOf(line) : heavyLead;
            allBold &= line.IsBold;
            allHeavy &= IsHead(line);
        }

        var first = _lines[0];
        var main = _lines.MaxBy(l => l.Text.Length)!;
        var paragraph = new Paragraph
        {
            Text = NormalText.Clean(join.Text),
            Page = first.Page,
            Layout = new TextLayout(join.Places),
            Indented = !first.IsCentred && first.Indent >= Indent * first.Size,
            // A head set in 黑体 before a text that is not stands out as a bold one does.
            BoldLead = allBold ? 0 : boldLead >= ShortestHead || allHeavy ? boldLead : Math.Max(boldLead, heavyLead),
            Style = new TextStyle
            {
                Bold = allBold,
                Font = main.Font.Length > 0 ? main.Font : null,
                Size = Math.Round(main.Size * 2) / 2,
                Alignment = AlignmentOf(first),
                OutlineLevel = first.HeadingLevel,
            },
        };
        _lines.Clear();
        return paragraph;
    }

    private TextAlignment AlignmentOf(PdfLine first)
    {
        if (_lines.TrueForAll(l => l.IsSymmetric) && _lines.Exists(l => l.IsCentred))
            return TextAlignment.Center;
        var width = first.ColumnRight - first.ColumnLeft;
        return _lines.Count == 1 && first.Room < 1.2f * first.Size && first.Indent > 0.4f * width ? TextAlignment.Right : TextAlignment.Unknown;
    }

    /// <summary>Whether more than the usual distance stands between two lines of one column and page.</summary>
    private bool IsApart(PdfLine last, PdfLine next)
    {
        if (last.Page != next.Page || last.Baseline <= next.Baseline)
            return false;
        var pitch = (last.Baseline - next.Baseline) / Math.Max(last.Size, next.Size);
        var usual = _lines.Count > 1 && _lines[^2].Page == last.Page && _lines[^2].Baseline > last.Baseline
            ? (_lines[^2].Baseline - last.Baseline) / Math.Max(_lines[^2].Size, last.Size) : _pitch;
        return pitch > WiderPitch * usual && pitch > 1.6f;
    }

    /// <summary>Whether a line begins with a head that stands out from the text behind it.</summary>
    private bool HasLead(PdfLine line) => LeadOf(line) >= ShortestHead && !IsHead(line);

    /// <summary>Whether a line bears the number after the paragraph's own (3.… 4.…) at the same place.</summary>
    private static bool CountsOn(PdfLine first, PdfLine next) =>
        Math.Abs(first.Indent - next.Indent) < 0.3f * next.Size && Number(first.Text, out var mark) is { } number && Number(next.Text, out var nextMark) == number + 1 && mark == nextMark;

    private static int? Number(string text, out char mark)
    {
        var end = 0;
        while (end < text.Length && end < 3 && char.IsAsciiDigit(text[end]))
            end++;
        mark = end < text.Length ? text[end] : '\0';
        return end == 0 ? null : int.Parse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private bool BeginsParagraph(PdfLine last, PdfLine next)
    {
        // The lines of a title stand one below the other in the middle; the first may fill its line.
        if (next.IsCentred && last.IsSymmetric && last.IsBold == next.IsBold && !WrapWidth.EndsSentence(last.Text) && _lines.TrueForAll(l => l.IsSymmetric))
            return false;
        var step = next.Left - last.Left - (next.ColumnLeft - last.ColumnLeft);
        if (next.Indent >= Indent * next.Size)
        {
            // Further out than the line before is no beginning; a hanging text goes on below its number's text.
            if (step < -0.8f * next.Size && last.Width > 0.5f * (last.ColumnRight - last.ColumnLeft))
                return false;
            if (_lines.Count > 1 && Math.Abs(step) < 0.5f * next.Size)
                return false;
            return !(_lines.Count == 1 && step > 0.5f * next.Size && last.Indent < Indent * last.Size && LineNumbering.Begins(last.Text) && !_indents);
        }

        // Where paragraphs begin with an indentation, a line without one begins none, unless it looks otherwise and the sentence before has ended.
        var ended = WrapWidth.EndsSentence(last.Text);
        if (ended && HasLead(next) && HasLead(_lines[0]))
            return true;
        if (LineNumbering.Begins(next.Text))
            return LooksLarger(last, next) || (IsHead(last) && IsHead(next)) || (ended && LooksOther(last, next)) || (ended && (!_indents || CountsOn(_lines[0], next)));
        if (ended && last.Font != next.Font && (last.IsBold != next.IsBold || Math.Abs(last.Size - next.Size) > 0.4f))
            return true;
        return ended && !_indents && _lines.Count == 1 && last.IsBold != next.IsBold;
    }
}
