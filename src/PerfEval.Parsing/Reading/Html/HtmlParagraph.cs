using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>The inline content between two block boundaries: collapses white space as a browser does and knows how each stretch looks.</summary>
internal sealed class HtmlParagraph
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, HtmlStyle Style)> _runs = [];

    /// <summary>White space is owed: it shows only if text follows. A line break between Chinese characters shows as nothing.</summary>
    private bool _space;
    private bool _spaceIsBreak;

    public bool HasImage { get; set; }

    public bool IsEmpty => _text.Length == 0 && !HasImage;

    public void Append(string text, HtmlStyle style)
    {
        if (_runs.Count == 0 || _runs[^1].Style != style)
            _runs.Add((_text.Length, style));
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n' or '\f' && !(style.Preformatted && c != '\r'))
            {
                _spaceIsBreak = c == '\n' || (_space && _spaceIsBreak);
                _space = true;
            }
            else if (!ChineseText.IsInvisible(c))
            {
                FlushSpace(c);
                _text.Append(c);
            }
        }
    }

    /// <summary>A line break (<c>&lt;br&gt;</c>).</summary>
    public void Break()
    {
        _space = false;
        _text.Append('\n');
    }

    /// <summary>Ends the paragraph and gives what it held: one paragraph, several where breaks part them, or none.</summary>
    /// <param name="separate">Whether every break parts paragraphs, as in elements that are not paragraphs themselves.</param>
    public List<Paragraph> Take(bool separate)
    {
        var paragraphs = new List<Paragraph>();
        var text = _text.ToString();
        foreach (var (start, end) in Pieces(text, separate))
            if (Piece(text, start, end) is { } paragraph)
                paragraphs.Add(paragraph);
        _text.Clear();
        _runs.Clear();
        _space = false;
        HasImage = false;
        return paragraphs;
    }

    private void FlushSpace(char next)
    {
        if (_space && _text.Length > 0 && _text[^1] != '\n' && !(_spaceIsBreak && NormalText.IsWide(_text[^1]) && NormalText.IsWide(next)))
            _text.Append(' ');
        _space = false;
        _spaceIsBreak = false;
    }

    private static IEnumerable<(int Start, int End)> Pieces(string text, bool separate)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' || !(separate || Parts(text, i)))
                continue;
            yield return (start, i);
            start = i + 1;
        }

        yield return (start, text.Length);
    }

    /// <summary>Whether a break parts paragraphs: it is doubled, or what follows is indented or numbered as paragraphs are.</summary>
    private static bool Parts(string text, int at)
    {
        var rest = text.AsSpan(at + 1);
        if (rest.IsEmpty || rest[0] is '\n' or '\u3000' || rest.StartsWith("\u00A0\u00A0") || (at > 0 && text[at - 1] == '\n'))
            return true;
        return LineNumbering.Begins(rest[..Math.Min(rest.Length, 20)]);
    }

    private Paragraph? Piece(string text, int start, int end)
    {
        var first = start;
        while (first < end && char.IsWhiteSpace(text[first]))
            first++;
        while (end > first && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (first == end)
            return null;
        var look = HtmlLook.Of(text, first, end, _runs);
        var lead = text.AsSpan(start, first - start);
        return new Paragraph
        {
            Text = NormalText.Compose(TrimLines(text[first..end].Replace('\u00A0', ' '))),
            Style = look.Style,
            BoldLead = look.BoldLead,
            Indented = look.Indented || lead.Contains('\u3000') || lead.Count('\u00A0') >= 2,
        };
    }

    private static string TrimLines(string text) => text.Contains('\n') ? string.Join('\n', text.Split('\n').Select(line => line.Trim())) : text;
}
