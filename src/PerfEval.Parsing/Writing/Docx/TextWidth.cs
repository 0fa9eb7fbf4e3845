namespace PerfEval.Parsing.Writing.Docx;

/// <summary>How wide text is, in half widths of an ideograph.</summary>
internal readonly record struct TextWidth
{
    /// <summary>Measures text.</summary>
    public TextWidth(string text)
    {
        var (line, word) = (0, 0);
        foreach (var c in text)
        {
            var width = c >= '\u1100' && !char.IsSurrogate(c) ? 2 : 1;
            line = c == '\n' ? 0 : line + width;
            word = width == 2 || c is '\n' or ' ' or '\t' ? 0 : word + 1;
            (Line, Word, Total) = (Math.Max(Line, line), Math.Max(Word, word), Total + width);
        }
    }

    /// <summary>The longest line.</summary>
    public int Line { get; }

    /// <summary>The longest piece that does not break: a number, a Latin word.</summary>
    public int Word { get; }

    /// <summary>All of it.</summary>
    public int Total { get; }

    /// <summary>How many lines text takes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width that there is for it.</param>
    public static int Lines(string text, int width)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
            lines += 1 + new TextWidth(text[line]).Line / Math.Max(2, width);
        return lines;
    }
}
