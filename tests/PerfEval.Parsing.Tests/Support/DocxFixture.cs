using System.IO.Compression;
using System.Text;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>Builds a small .docx in memory from the XML inside its parts.</summary>
internal sealed class DocxFixture
{
    internal const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private const string Names = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";

    private readonly List<(string Name, string Text)> _parts = [];
    private readonly List<string> _relationships = [];
    private string _word = Word;
    private string _relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private string _prolog = "";
    private CompressionLevel _level = CompressionLevel.Optimal;
    private string _main = "word/document.xml";
    private string _body = "";
    private bool _linksMain = true;

    /// <summary>A document with the given XML in its body.</summary>
    internal static DocxFixture Of(string body) => new() { _body = body };

    /// <summary>A paragraph of one run.</summary>
    internal static string P(string text, string properties = "", string run = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{R(text, run)}</w:p>";

    /// <summary>A run.</summary>
    internal static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A table cell with one paragraph.</summary>
    internal static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    /// <summary>A table row.</summary>
    internal static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    /// <summary>A level of a list.</summary>
    internal static string Level(int level, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>{more}</w:lvl>";

    internal DocxFixture WithStyles(string xml) => WithPart("styles", "styles", xml);

    internal DocxFixture WithNumbering(string xml) => WithPart("numbering", "numbering", xml);

    /// <summary>A further part in the word folder; its relationship's id is its name.</summary>
    internal DocxFixture WithPart(string name, string root, string xml)
    {
        _parts.Add(($"word/{name}.xml", $"<w:{root} xmlns:w=\"{{0}}\" {Names}>{xml}</w:{root}>"));
        return WithRelationship(name, name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), $"{name}.xml");
    }

    /// <summary>A part as it stands, without a relationship.</summary>
    internal DocxFixture WithRawPart(string name, string xml)
    {
        _parts.Add((name, xml.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));
        return this;
    }

    internal DocxFixture WithRelationship(string id, string type, string target)
    {
        _relationships.Add($"<Relationship Id=\"{id}\" Type=\"{{1}}/{type}\" Target=\"{target}\"/>");
        return this;
    }

    /// <summary>Writes the document in the strict form of the standard.</summary>
    internal DocxFixture AsStrict()
    {
        (_word, _relationshipTypes) = (StrictWord, "http://purl.oclc.org/ooxml/officeDocument/relationships");
        return this;
    }

    internal DocxFixture WithProlog(string prolog)
    {
        _prolog = prolog;
        return this;
    }

    internal DocxFixture Stored()
    {
        _level = CompressionLevel.NoCompression;
        return this;
    }

    internal DocxFixture WithMainPart(string name, bool linked = true)
    {
        (_main, _linksMain) = (name, linked);
        return this;
    }

    internal byte[] ToArray() => ToArray($"<w:document xmlns:w=\"{{0}}\" {Names}><w:body>{Escape(_body)}</w:body></w:document>");

    /// <summary>The package with a main part that may be malformed.</summary>
    internal byte[] ToArrayWithMain(string xml) => ToArray(Escape(xml));

    private static string Escape(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private byte[] ToArray(string main)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (_linksMain)
                Write(zip, "_rels/.rels", Relationships($"<Relationship Id=\"rId1\" Type=\"{{1}}/officeDocument\" Target=\"{_main}\"/>"));
            Write(zip, _main, _prolog.Length == 0 ? main : Escape(_prolog) + main);
            var folder = _main[..(_main.LastIndexOf('/') + 1)];
            Write(zip, $"{folder}_rels/{_main[folder.Length..]}.rels", Relationships(string.Concat(_relationships)));
            foreach (var (name, text) in _parts)
                Write(zip, name, text);
        }

        return bytes.ToArray();
    }

    private static string Relationships(string list) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>";

    private void Write(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name, _level).Open();
        stream.Write(Encoding.UTF8.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, _word, _relationshipTypes)));
    }
}
