using System.Globalization;
using System.Text;
using System.Xml;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>
/// Writes the markup of a document's text as it goes: an object for every run and cell, as the SDK would make them, costs more than reading
/// the document takes.
/// </summary>
internal sealed class WordXml : IDisposable
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly XmlWriter _xml;

    /// <summary>Begins a document.</summary>
    public WordXml(Stream output)
    {
        _xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("w", "document", Word);
        _xml.WriteAttributeString("xmlns", "r", null, Relationships);
    }

    /// <summary>Ends the document.</summary>
    public void Dispose()
    {
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    /// <summary>Begins an element.</summary>
    public WordXml Start(string name)
    {
        _xml.WriteStartElement("w", name, Word);
        return this;
    }

    /// <summary>Ends the element.</summary>
    public WordXml End()
    {
        _xml.WriteEndElement();
        return this;
    }

    /// <summary>Adds an attribute to the element just begun.</summary>
    public WordXml With(string name, string value)
    {
        _xml.WriteAttributeString("w", name, Word, value);
        return this;
    }

    /// <summary>Adds a number to the element just begun.</summary>
    public WordXml With(string name, int value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes an element without content.</summary>
    public WordXml Empty(string name) => Start(name).End();

    /// <summary>Writes an element that is its value.</summary>
    public WordXml Value(string name, string value) => Start(name).With("val", value).End();

    /// <summary>Writes an element that is its number.</summary>
    public WordXml Value(string name, int value) => Start(name).With("val", value).End();

    /// <summary>Writes a reference to another part.</summary>
    public WordXml Reference(string name, string type, string id)
    {
        Start(name).With("type", type);
        _xml.WriteAttributeString("r", "id", Relationships, id);
        return End();
    }

    /// <summary>Writes text as one run, its line breaks and tabs as such.</summary>
    /// <param name="text">The text.</param>
    /// <param name="halfPoints">Its size, where it is not the style's.</param>
    public void Run(ReadOnlySpan<char> text, int? halfPoints = null)
    {
        if (text.IsEmpty)
            return;
        Start("r");
        AddLook(text, halfPoints);
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny('\n', '\t');
            if (end != 0)
                AddText(end < 0 ? text : text[..end]);
            if (end < 0)
                break;
            Empty(text[end] == '\n' ? "br" : "tab");
            text = text[(end + 1)..];
        }

        End();
    }

    // Marks such as “” and — are of both scripts: Word sets them narrow unless told that they stand in Chinese text.
    private void AddLook(ReadOnlySpan<char> text, int? halfPoints)
    {
        var isOfBothScripts = text.IndexOfAnyInRange('\u00A0', '\u2E7F') >= 0;
        if (!isOfBothScripts && halfPoints is null)
            return;
        Start("rPr");
        if (isOfBothScripts)
            Start("rFonts").With("hint", "eastAsia").End();
        if (halfPoints is { } size)
            Value("sz", size).Value("szCs", size);
        End();
    }

    private void AddText(ReadOnlySpan<char> text)
    {
        Start("t");
        if (text[0] == ' ' || text[^1] == ' ' || text.Contains("  ", StringComparison.Ordinal))
            _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(text.ToString());
        End();
    }
}
