using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Extracting;

/// <summary>
/// Stretches of the document read as one text, without white space and with full-width forms narrowed, in which every character knows where it
/// stands: values are compared in normal form, evidence points at what is printed.
/// </summary>
internal sealed class TracedText
{
    // A longer value is not looked for in parts: the work grows with its square.
    private const int LongestInParts = 200;

    private readonly string _text;
    private readonly List<(int Piece, int Block, int At)> _places = [];

    /// <summary>The stretches as one text.</summary>
    public TracedText(SourceDocument document, params IEnumerable<SourceSpan> spans)
    {
        var text = new StringBuilder();
        foreach (var (piece, span) in spans.Index())
        {
            var source = document.Blocks[span.Block].Text;
            for (var at = Math.Max(0, span.Start); at < Math.Min(source.Length, span.End); at++)
                if (!ChineseText.IsSpace(source[at]))
                {
                    text.Append(ChineseText.Narrow(source[at]));
                    _places.Add((piece, span.Block, at));
                }
        }

        _text = text.ToString();
    }

    /// <summary>The shortest places in the given stretches that print a value; the stretches themselves where they do not print it.</summary>
    public static SourceSpan[] Exact(SourceDocument document, string value, params SourceSpan[] spans) =>
        spans is [var span] && IsPrinted(document, value, span) ? spans : new TracedText(document, spans).Find(value) is { Length: > 0 } found ? found : spans;

    // The usual case: the stretch prints the value and nothing else.
    private static bool IsPrinted(SourceDocument document, string value, SourceSpan span) =>
        value.Length > 0 && value.Length == span.Length && !ChineseText.IsSpace(value[0]) && !ChineseText.IsSpace(value[^1])
        && document.Blocks[span.Block].Text is var text && span.Start >= 0 && span.End <= text.Length && text.AsSpan(span.Start, span.Length).SequenceEqual(value);

    /// <summary>The number of a value that takes a whole cell or line: without 分 behind it.</summary>
    public static SourceSpan NumberIn(SourceDocument document, SourceSpan span)
    {
        var (text, start, end) = (document.Blocks[span.Block].Text, span.Start, span.End);
        while (start < end && !char.IsDigit(text[start]) && text[start] is not '-')
            start++;
        while (end > start && !char.IsDigit(text[end - 1]))
            end--;
        return end > start ? new SourceSpan(span.Block, start, end - start) : span;
    }

    /// <summary>Where a value first stands, a place for each stretch that it reaches over; empty where it does not stand.</summary>
    public SourceSpan[] Find(string value) => Key(value) is { Length: > 0 } key && _text.IndexOf(key, StringComparison.Ordinal) is >= 0 and var at ? Places(at, key.Length) : [];

    /// <summary>Where a value last stands, or the parts of it in their order where something stands between them; empty where they do not stand.</summary>
    public SourceSpan[] FindLast(string value)
    {
        var key = Key(value);
        if (key.Length == 0)
            return [];
        return _text.LastIndexOf(key, StringComparison.Ordinal) is >= 0 and var at ? Places(at, key.Length) : InParts(key);
    }

    private SourceSpan[] InParts(string key)
    {
        var parts = new List<SourceSpan>();
        if (key.Length > LongestInParts)
            return [];
        for (var (done, from) = (0, 0); done < key.Length;)
        {
            var (length, at) = (0, -1);
            // The longest beginning of what is left that stands behind the parts found.
            while (done + length < key.Length && _text.IndexOf(key.Substring(done, length + 1), from, StringComparison.Ordinal) is >= 0 and var next)
                (length, at) = (length + 1, next);
            if (length == 0)
                return [];
            parts.AddRange(Places(at, length));
            (done, from) = (done + length, at + length);
        }

        return [.. parts];
    }

    private SourceSpan[] Places(int start, int length)
    {
        var places = new List<SourceSpan>();
        for (var i = start; i < start + length;)
        {
            var first = i;
            while (i < start + length && _places[i].Piece == _places[first].Piece)
                i++;
            places.Add(new SourceSpan(_places[first].Block, _places[first].At, _places[i - 1].At - _places[first].At + 1));
        }

        return [.. places];
    }

    private static string Key(string text) => ChineseText.Narrow(ChineseText.Squeeze(text));
}
