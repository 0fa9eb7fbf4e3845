using System.Buffers;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>Splits a text into lines at every kind of line end; a form feed is a line of its own.</summary>
internal static class TextLines
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    public static List<TextLine> Split(string text, ReadContext context)
    {
        var lines = new List<TextLine>();
        var (artefacts, plain) = (ConverterArtefacts.MayOccurIn(text), NormalText.IsPlain(text));
        var number = 1;
        var start = 0;
        while (start < text.Length && !((lines.Count & 0xFF) == 0 && context.IsTimeUp()))
        {
            context.Step();
            var length = text.AsSpan(start).IndexOfAny(Ends);
            var end = length < 0 ? text.Length : start + length;
            // An empty rest before a form feed is no line.
            if (end > start || end == text.Length || text[end] != '\f')
                lines.Add(Line(number, start, text[start..end], artefacts, plain));
            if (end == text.Length)
                break;
            if (text[end] == '\f')
                lines.Add(new TextLine(number, "", end) { Kind = LineKind.PageBreak });
            else
                number++;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static TextLine Line(int number, int start, string raw, bool artefacts, bool plain)
    {
        artefacts = artefacts && ConverterArtefacts.MayOccurIn(raw);
        var line = artefacts || !(plain || NormalText.IsClean(raw)) ? Cleaned(number, start, raw, artefacts) : new TextLine(number, raw, start);
        if (line.Text.Length == 0 && line.Tabs == 0)
            line.Kind = LineKind.Blank;
        return line;
    }

    private static TextLine Cleaned(int number, int start, string raw, bool artefacts)
    {
        var text = new TracedText(raw);
        // The artefacts are looked for first: they may hide behind invisible marks, never the other way round.
        if (artefacts)
            ConverterArtefacts.Remove(text);
        text.Clean();
        return new TextLine(number, text.Text, start) { Stretches = text.Stretches() };
    }
}
