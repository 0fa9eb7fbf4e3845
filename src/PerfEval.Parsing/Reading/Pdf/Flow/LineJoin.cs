using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>Joins lines to text and keeps where each stands.</summary>
internal sealed class LineJoin
{
    private readonly List<PlacedLine> _places = [];
    private string _first = "";
    private StringBuilder? _more;
    private bool _endedInSpace;

    public string Text => _more?.ToString() ?? _first;

    public int Length => _more?.Length ?? _first.Length;

    public IReadOnlyList<PlacedLine> Places => _places;

    /// <summary>Adds a line that goes on with the text so far.</summary>
    public void Continue(PdfLine line) => Add(line, Length == 0 ? "" : _endedInSpace ? " " : Separator(_more?[^1] ?? _first[^1], line.Text[0]));

    /// <summary>Adds a line behind a break.</summary>
    public void Break(PdfLine line) => Add(line, Length == 0 ? "" : "\n");

    /// <summary>Adds text that has places of its own.</summary>
    public void Break(string text, IEnumerable<PlacedLine> places)
    {
        if (Length > 0)
            Append("\n");
        var start = Length;
        Append(text);
        _places.AddRange(places.Select(p => p.At(p.Start + start)));
    }

    private void Add(PdfLine line, string separator)
    {
        Append(separator);
        _places.Add(line.At(Length));
        Append(line.Text);
        _endedInSpace = line.EndsInSpace;
    }

    // Most cells and many paragraphs are one line, which is a string already.
    private void Append(string text)
    {
        if (Length == 0)
            _first = text;
        else if (text.Length > 0)
            (_more ??= new StringBuilder(_first, Math.Max(16, 2 * _first.Length))).Append(text);
    }

    // A break between Chinese characters stands for nothing, one between words for a space. Figures are broken only where no space was.
    private static string Separator(char before, char after) =>
        NormalText.IsWide(before) || NormalText.IsWide(after) || char.IsWhiteSpace(before) || before is '-' or '/' or '(' or '[' || after is ')' or ']' or ',' or '.' or '%'
        || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) ? "" : " ";
}
