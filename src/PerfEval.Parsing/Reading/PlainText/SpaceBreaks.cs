namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>
/// Undoes line breaks that a converter turned into spaces: within long paragraphs, spaces that stand at about the same distance all
/// through the file.
/// </summary>
internal sealed class SpaceBreaks
{
    private const int LongParagraph = 80;

    /// <summary>The share of distances between spaces that must be equal; in ordinary text hardly any are.</summary>
    private const double EqualShare = 0.75;

    private readonly WrapWidth? _width;

    private SpaceBreaks(WrapWidth? width) => _width = width;

    /// <summary>Measures a file's paragraphs.</summary>
    public static SpaceBreaks Measure(IEnumerable<string> paragraphs)
    {
        var stretches = new List<string>();
        foreach (var text in paragraphs)
        {
            if (text.Length < LongParagraph || !text.Contains(' '))
                continue;
            var parts = text.Split(' ');
            // The last stretch ends with the paragraph and says nothing about the width.
            for (var i = 0; i + 1 < parts.Length; i++)
                stretches.Add(parts[i]);
        }

        return new SpaceBreaks(WrapWidth.Of(stretches, EqualShare));
    }

    /// <summary>Where in a paragraph the spaces stand that were line breaks.</summary>
    public List<int> Find(string text)
    {
        var breaks = new List<int>();
        if (_width is null || text.Length < _width.Width / 2 || !text.Contains(' '))
            return breaks;
        var line = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isBreak = text[i] == ' ' && i > 0 && i + 1 < text.Length && IsBreak(text, line, i);
            if (isBreak)
                breaks.Add(i);
            // A stretch longer than a line means that the place in the line was lost; the next space is as good a start as any.
            if (isBreak || (text[i] == ' ' && i - line > 2 * _width.Width))
                line = i + 1;
        }

        return breaks;
    }

    private bool IsBreak(string text, int line, int at)
    {
        if (char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at + 1]))
            return false;
        if (at - line > 2 * _width!.Width)
            return false;
        var room = _width.Width - _width.Measure(text.AsSpan(line, at - line));
        return room >= -1 && room <= _width.Tolerance;
    }
}
