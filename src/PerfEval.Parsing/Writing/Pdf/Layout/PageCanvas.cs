using System.Globalization;
using System.Text;
using PerfEval.Parsing.Writing.Pdf.Files;
using PerfEval.Parsing.Writing.Pdf.Fonts;

namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>What one page shows, as the operators that draw it (ISO 32000-1, 9.4 and 14.6).</summary>
internal sealed class PageCanvas(double width, double height)
{
    private readonly StringBuilder _content = new();
    private int _contents;

    public double Width => width;

    public double Height => height;

    /// <summary>Whether the page is the cover, which bears no number.</summary>
    public bool IsCover { get; set; }

    public bool IsLandscape => width > height;

    /// <summary>The operators; bytes, one to a character.</summary>
    public string Content => _content.ToString();

    /// <summary>Begins content that belongs to the structure; its id.</summary>
    public int BeginContent(string type)
    {
        _content.Append(CultureInfo.InvariantCulture, $"/{type} <</MCID {_contents}>> BDC\n");
        return _contents++;
    }

    /// <summary>Begins content that belongs to the page, not to the document.</summary>
    public void BeginArtifact(string type) => _content.Append(CultureInfo.InvariantCulture, $"/Artifact {(type.Length == 0 ? "BMC" : $"<</Type /{type}>> BDC")}\n");

    public void End() => _content.Append("EMC\n");

    /// <summary>A rectangle's outline.</summary>
    public void Frame(double left, double bottom, double right, double top) =>
        _content.Append(CultureInfo.InvariantCulture, $"0.5 w {N(left)} {N(bottom)} {N(right - left)} {N(top - bottom)} re S\n");

    /// <summary>One line of text.</summary>
    /// <param name="text">Its characters.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="size">The font size.</param>
    /// <param name="gap">What is added between characters that may be set apart, in points.</param>
    /// <param name="stroke">How thick the outline is drawn that makes letters bold; 0 for none.</param>
    public void Show(ReadOnlySpan<ShapedCharacter> text, double x, double y, double size, double gap, double stroke)
    {
        _content.Append("BT\n");
        if (stroke > 0)
            _content.Append(CultureInfo.InvariantCulture, $"2 Tr {N(stroke)} w\n");
        _content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {N(x)} {N(y)} Tm\n");
        FontSubset? font = null;
        for (var i = 0; i < text.Length;)
        {
            if (text[i].Shown.Font != font)
                _content.Append(CultureInfo.InvariantCulture, $"/F{(font = text[i].Shown.Font).Number} {N(size)} Tf\n");
            var end = i + 1;
            while (!text[i].NeedsWords && end < text.Length && text[end].Shown.Font == font && !text[end].NeedsWords)
                end++;
            if (text[i].NeedsWords)
                _content.Append(CultureInfo.InvariantCulture, $"/Span <</ActualText <FEFF{text[i].Character:X4}>>> BDC\n");
            Codes(text, i, end, size, gap);
            if (text[i].NeedsWords)
                End();
            i = end;
        }

        _content.Append(stroke > 0 ? "0 Tr\nET\n" : "ET\n");
    }

    /// <summary>Whether justified text may be set apart between two characters: letters of a word stay together.</summary>
    public static bool IsGap(in ShapedCharacter before, in ShapedCharacter after) =>
        before.IsSpace || (!after.IsSpace && LineBreaker.IsWide(before.Character) && LineBreaker.IsWide(after.Character));

    private void Codes(ReadOnlySpan<ShapedCharacter> text, int start, int end, double size, double gap)
    {
        _content.Append("[(");
        for (var i = start; i < end; i++)
        {
            Byte(text[i].Shown.Code >> 8);
            Byte(text[i].Shown.Code & 0xFF);
            var more = (gap > 0 && i + 1 < text.Length && IsGap(text[i], text[i + 1]) ? gap / size : 0) + text[i].Width - text[i].Shown.Advance / 1000.0;
            if (Math.Abs(more) > 0.0005)
                _content.Append(CultureInfo.InvariantCulture, $"){N(-1000 * more)}(");
        }

        _content.Append(")]TJ\n");
    }

    private void Byte(int value)
    {
        if (value is '(' or ')' or '\\')
            _content.Append('\\').Append((char)value);
        else if (value == '\r')
            _content.Append("\\r");
        else
            _content.Append((char)value);
    }

    private static string N(double value) => PdfSyntax.Number(value);
}
