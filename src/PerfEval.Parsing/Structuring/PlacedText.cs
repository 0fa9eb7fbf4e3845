using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Structuring;

/// <summary>
/// A text that knows where its characters stand, through cutting and joining. An automatic label and the break between joined paragraphs
/// stand in no block's text and have no characters there.
/// </summary>
internal sealed class PlacedText
{
    // Ordered and apart; characters between them have no place.
    private readonly Stretch[] _stretches;

    private PlacedText(string text, Stretch[] stretches) => (Text, _stretches) = (text, stretches);

    private readonly record struct Stretch(int At, int Length, SourceSpan Span);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Where it stands, in order: at least one place; an empty one only where nothing of the text stands in a block.</summary>
    public SourceSpan[] Places
    {
        get
        {
            if (_stretches is [var only])
                return [only.Span];
            SourceSpan[] filled = [.. _stretches.Where(s => s.Span.Length > 0).Select(s => s.Span)];
            return filled.Length > 0 || _stretches.Length == 0 ? filled : [_stretches[0].Span];
        }
    }

    /// <summary>A text at one place. Where it is not as long as the place (white space was taken out), parts of it stand at the whole place.</summary>
    public static PlacedText At(string text, SourceSpan span) => new(text, [new Stretch(0, text.Length, span)]);

    /// <summary>A paragraph of the outline.</summary>
    public static PlacedText Of(OutlineBlock block)
    {
        if (block.LabelLength == 0 && block.Joins.Count == 0 && block.Text.Length > 0)
            return At(block.Text, new SourceSpan(block.Block, block.Start, block.Text.Length));
        var stretches = new List<Stretch>(block.Joins.Count + 2);
        if (block.LabelLength > 0)
            stretches.Add(new Stretch(0, block.LabelLength, new SourceSpan(block.Block, block.Start, 0)));
        var (at, start) = (block.LabelLength, block.Start);
        foreach (var join in block.Joins)
        {
            // The break before the line that was joined is no character of either.
            Add(at, join.At - 1, start);
            (at, start) = (join.At, join.Start);
        }

        Add(at, block.Text.Length, start);
        return new PlacedText(block.Text, [.. stretches]);

        void Add(int from, int to, int place)
        {
            if (to > from)
                stretches.Add(new Stretch(from, to - from, new SourceSpan(block.Block, place, to - from)));
        }
    }

    /// <summary>Texts joined by a mark that stands in no block.</summary>
    public static PlacedText Join(string separator, IReadOnlyList<PlacedText> texts)
    {
        if (texts.Count == 1)
            return texts[0];
        var (stretches, offset) = (new List<Stretch>(), 0);
        foreach (var text in texts)
        {
            foreach (var stretch in text._stretches)
                stretches.Add(stretch with { At = stretch.At + offset });
            offset += text.Text.Length + separator.Length;
        }

        return new PlacedText(string.Join(separator, texts.Select(t => t.Text)), [.. stretches]);
    }

    /// <summary>A part of the text.</summary>
    public PlacedText Slice(int start, int length)
    {
        if (start == 0 && length == Text.Length)
            return this;
        var stretches = new List<Stretch>(_stretches.Length);
        foreach (var stretch in _stretches)
        {
            var (from, to) = (Math.Max(stretch.At, start), Math.Min(stretch.At + stretch.Length, start + length));
            if (to <= from)
                continue;
            var span = stretch.Span.Length == stretch.Length ? new SourceSpan(stretch.Span.Block, stretch.Span.Start + from - stretch.At, to - from) : stretch.Span;
            stretches.Add(new Stretch(from - start, to - from, span));
        }

        return new PlacedText(Text.Substring(start, length), [.. stretches]);
    }

    /// <summary>The text from a position on.</summary>
    public PlacedText From(int start) => Slice(start, Text.Length - start);

    /// <summary>A stretch that was found in the text without its white space.</summary>
    /// <param name="start">Where it begins there.</param>
    /// <param name="length">Its length there.</param>
    public PlacedText SliceSqueezed(int start, int length)
    {
        var (from, to, seen) = (Text.Length, Text.Length, 0);
        for (var i = 0; i < Text.Length && to == Text.Length; i++)
        {
            if (ChineseText.IsSpace(Text[i]))
                continue;
            if (seen == start)
                from = i;
            if (++seen == start + length)
                to = i + 1;
        }

        return Slice(Math.Min(from, to), Math.Max(0, to - from));
    }

    /// <summary>The text without white space around it.</summary>
    public PlacedText Trim() => Trimmed(Text.Trim().Length, Text.Length - Text.TrimStart().Length);

    /// <summary>The text without some characters behind it.</summary>
    public PlacedText TrimEnd(params char[] marks) => Trimmed(Text.TrimEnd(marks).Length, 0);

    /// <summary>The lines of the text that hold something, without white space around them.</summary>
    public IEnumerable<PlacedText> Lines()
    {
        for (var start = 0; start <= Text.Length;)
        {
            var end = Text.IndexOf('\n', start);
            end = end < 0 ? Text.Length : end;
            if (Slice(start, end - start).Trim() is { Text.Length: > 0 } line)
                yield return line;
            start = end + 1;
        }
    }

    private PlacedText Trimmed(int length, int start) => Slice(length == 0 ? 0 : start, length);
}
