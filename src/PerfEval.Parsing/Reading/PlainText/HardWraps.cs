using System.Buffers;
using System.Text;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>
/// Decides whether a file's lines were broken at a fixed width, and if so which lines go on on the next: those that are so full
/// that the next line's first word would not have fitted.
/// </summary>
internal sealed class HardWraps
{
    /// <summary>The share of a file's lines that must be full; headings and last lines of paragraphs are the others.</summary>
    private const double FullShare = 0.25;

    private const int FewestForHabit = 3;

    private static readonly SearchValues<char> ClosingMarks = SearchValues.Create("，。、；：！？）》」』】〕”’%％,.;:!?)");

    private readonly WrapWidth? _width;
    private readonly int _margin;

    /// <summary>Whether paragraphs begin with an indentation, so that a line without one begins no ordinary paragraph.</summary>
    private readonly bool _indents;

    /// <summary>Whether the breaking program moved words and punctuation whole; otherwise every line is filled to the last character.</summary>
    private readonly bool _keepsWords;
    private readonly bool _keepsMarks;

    private HardWraps(List<TextLine> prose)
    {
        _width = WrapWidth.Of([.. prose.Select(line => line.Raw)], FullShare);
        if (_width is null)
            return;
        _margin = CommonMargin(prose);
        _indents = prose.Count(line => line.Indent >= _margin + 2) >= FewestForHabit;
        var full = new List<int>();
        for (var i = 0; i + 1 < prose.Count; i++)
            if (Room(prose[i]) <= _width.Tolerance)
                full.Add(i);
        // Between digits no space was lost, so such a break is one within a number.
        _keepsWords = full.Count(i => char.IsAsciiDigit(Last(prose[i])) && char.IsAsciiDigit(First(prose[i + 1]))) < FewestForHabit;
        _keepsMarks = full.Count(i => ClosingMarks.Contains(First(prose[i + 1]))) < FewestForHabit;
        EveryOtherLineBlank = full.Count > 0 && full.Count(i => prose[i + 1].Number == prose[i].Number + 2) * 5 >= full.Count * 4;
    }

    /// <summary>Whether the file has a blank line after every line, which then separates nothing.</summary>
    public bool EveryOtherLineBlank { get; }

    /// <summary>Whether lines were broken at all.</summary>
    public bool AreThere => _width is not null;

    /// <summary>Measures the lines that are prose.</summary>
    public static HardWraps Measure(IEnumerable<TextLine> lines) =>
        new([.. lines.Where(line => line.Kind == LineKind.Prose && !line.HasTab)]);

    /// <summary>Whether a paragraph goes on on the next line.</summary>
    /// <param name="paragraph">The paragraph so far.</param>
    /// <param name="last">Its last line.</param>
    /// <param name="next">The next line.</param>
    public bool Continues(StringBuilder paragraph, TextLine last, TextLine next)
    {
        if (_width is null || last.HasTab || next.HasTab || next.Indent >= _margin + 2 || !IsFull(last, next))
            return false;
        var ended = WrapWidth.EndsSentence(last.Text);
        if (LineNumbering.Begins(next.Text))
            return !ended && !IsHeading(paragraph);
        if (!ended)
            return true;
        // After a full line that ends a sentence, a short line without a mark of its own is a heading or a signature: nothing goes on after it.
        var lone = Room(next) > _width.Tolerance && !ClosingMarks.Contains(next.Text[^1]);
        return !lone && (_indents || last.Text[^1] is not (':' or '：'));
    }

    /// <summary>Whether a space stands between a paragraph's line and the next: only between words.</summary>
    public static bool IsSpaced(char before, TextLine last, TextLine next)
    {
        var words = char.IsAsciiLetter(before) && char.IsAsciiLetter(next.Text[0])
            || before is ',' or ';' or '.' && char.IsAsciiLetter(next.Text[0]);
        // A space at the break itself was typed; breaking programs leave none, or pad the whole line.
        var typed = (last.Raw.EndsWith(' ') && !last.Raw.EndsWith("  ", StringComparison.Ordinal))
            || (next.Raw.StartsWith(' ') && !next.Raw.StartsWith("  ", StringComparison.Ordinal));
        return words || typed;
    }

    private bool IsFull(TextLine line, TextLine next)
    {
        var room = Room(line);
        if (room < 0)
            return true;
        var needed = _width!.Measure(FirstWord(next.Text)) + (char.IsAsciiLetter(Last(line)) && char.IsAsciiLetter(First(next)) ? 1 : 0);
        // Proportional fonts and justified lines end a character early now and then; a sentence's end is then more likely one.
        if ((_keepsWords || _keepsMarks) && !WrapWidth.EndsSentence(line.Text))
            needed += _width.InCells ? 2 : 1;
        return room < needed;
    }

    private int Room(TextLine line) => _width!.Width - _width.Measure(line.Raw.EndsWith(' ') && !line.Raw.EndsWith("  ", StringComparison.Ordinal) ? line.Raw : line.Raw.AsSpan().TrimEnd());

    /// <summary>What cannot be parted from the line's first character.</summary>
    private ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 1;
        if (_keepsWords && IsWord(text[0]))
            while (end < text.Length && IsWord(text[end]))
                end++;
        if (_keepsMarks)
            while (end < text.Length && ClosingMarks.Contains(text[end]))
                end++;
        return text[..end];
    }

    /// <summary>A heading that fills its line: numbered, and without the marks that sentences have.</summary>
    private static bool IsHeading(StringBuilder paragraph)
    {
        if (paragraph.Length > 60)
            return false;
        var text = paragraph.ToString();
        return LineNumbering.Begins(text) && !text.AsSpan().ContainsAny("，。；");
    }

    /// <summary>The white space that most lines begin with where a whole page was moved to the right.</summary>
    private static int CommonMargin(List<TextLine> prose)
    {
        var common = prose.GroupBy(line => line.Indent).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
        return common.Count() * 2 > prose.Count ? common.Key : 0;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '%' or '-';

    private static char First(TextLine line) => line.Text[0];

    private static char Last(TextLine line) => line.Text[^1];
}
