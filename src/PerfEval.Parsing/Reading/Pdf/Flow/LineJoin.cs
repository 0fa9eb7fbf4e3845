using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>Joins lines to text and keeps where each stands.</summary>
internal sealed class LineJoin
{
    private readonly StringBuilder _text = new();
    private readonly List<PlacedLine> _places = [];
    private bool _endedInSpace;

    public string Text => _text.ToString();

    public int Length => _text.Length;

    public IReadOnlyList<PlacedLine> Places => _places;

    /// <summary>Adds a line that goes on with the text so far.</summary>
    public void Continue(PdfLine line) => Add(line, _text.Length == 0 ? "" : _endedInSpace ? " " : Separator(_text[^1], line.Text[0]));

    /// <summary>Adds a line behind a break.</summary>
    public void Break(PdfLine line) => Add(line, _text.Length == 0 ? "" : "\n");

    /// <summary>Adds text that has places of its own.</summary>
    public void Break(string text, IEnumerable<PlacedLine> places)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        var start = _text.Length;
        _text.Append(text);
        _places.AddRange(places.Select(p => p.At(p.Start + start)));
    }

    private void Add(PdfLine line, string separator)
    {
        _text.Append(separator);
        _places.Add(line.At(_text.Length));
        _text.Append(line.Text);
        _endedInSpace = line.EndsInSpace;
    }

    // A break between Chinese characters stands for nothing, one between words for a space. Figures are broken only where no space was.
    private static string Separator(char before, char after) =>
        NormalText.IsWide(before) || NormalText.IsWide(after) || char.IsWhiteSpace(before) || before is '-' or '/' or '(' or '[' || after is ')' or ']' or ',' or '.' or '%'
        || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) ? "" : " ";
}
