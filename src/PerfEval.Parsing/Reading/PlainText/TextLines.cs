using System.Buffers;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>Splits a text into lines at every kind of line end; a form feed is a line of its own.</summary>
internal static class TextLines
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    public static List<TextLine> Split(string text, CancellationToken cancellation)
    {
        var lines = new List<TextLine>();
        var artefacts = ConverterArtefacts.MayOccurIn(text);
        var number = 1;
        var start = 0;
        while (start < text.Length)
        {
            if ((lines.Count & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var length = text.AsSpan(start).IndexOfAny(Ends);
            var end = length < 0 ? text.Length : start + length;
            // An empty rest before a form feed is no line.
            if (end > start || end == text.Length || text[end] != '\f')
                lines.Add(Line(number, text[start..end], artefacts));
            if (end == text.Length)
                break;
            if (text[end] == '\f')
                lines.Add(new TextLine(number, "") { Kind = LineKind.PageBreak });
            else
                number++;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static TextLine Line(int number, string raw, bool artefacts)
    {
        // The artefacts are looked for first: they may hide behind invisible marks, never the other way round.
        var line = new TextLine(number, NormalText.Clean(artefacts ? ConverterArtefacts.Remove(raw) : raw));
        if (line.Text.Length == 0 && !line.Raw.Contains('\t'))
            line.Kind = LineKind.Blank;
        return line;
    }
}
