using System.IO.Compression;
using System.Text;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>Builds a small .xlsx in memory from the XML inside its sheets.</summary>
internal sealed class XlsxFixture
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private readonly List<(string Name, string Xml)> _parts = [];
    private string _workbookProperties = "";
    private bool _linksWorkbook = true;

    /// <summary>A workbook of one sheet with the given XML: <c>sheetData</c> and what stands around it.</summary>
    internal static XlsxFixture Of(string sheet) => new XlsxFixture().WithSheet("表", sheet);

    /// <summary>A sheet of rows of texts; empty ones give no cell.</summary>
    internal static string Rows(params string[][] rows) => Data([.. rows.Select((row, r) => Row(r + 1, [.. row.Select((text, c) => text.Length == 0 ? "" : Text(Name(r, c), text))]))]);

    internal static string Data(params string[] rows) => $"<sheetData>{string.Concat(rows)}</sheetData>";

    internal static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    internal static string Text(string name, string text) => $"<c r=\"{name}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    internal static string Number(string name, string value, int style = 0, string formula = "") =>
        $"<c r=\"{name}\" s=\"{style}\">{(formula.Length > 0 ? $"<f>{formula}</f>" : "")}<v>{value}</v></c>";

    internal static string Merges(params string[] areas) => $"<mergeCells>{string.Concat(areas.Select(a => $"<mergeCell ref=\"{a}\"/>"))}</mergeCells>";

    internal XlsxFixture WithSheet(string name, string xml, string state = "visible")
    {
        _sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\">{xml}</worksheet>"));
        return this;
    }

    internal XlsxFixture WithSharedStrings(params string[] items) =>
        WithPart("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(items.Select(i => $"<si>{i}</si>"))}</sst>");

    /// <summary>Styles of number formats: a code, or the number of one that has no code.</summary>
    internal XlsxFixture WithFormats(params string[] formats)
    {
        var codes = string.Concat(formats.Select((f, i) => int.TryParse(f, out _) ? "" : $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{f.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>"));
        var styles = string.Concat(formats.Select((f, i) => $"<xf numFmtId=\"{(int.TryParse(f, out var id) ? id : 200 + i)}\"/>"));
        return WithPart("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{codes}</numFmts><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>");
    }

    internal XlsxFixture WithPart(string name, string xml)
    {
        _parts.Add((name, xml));
        return this;
    }

    internal XlsxFixture From1904()
    {
        _workbookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    internal XlsxFixture WithoutWorkbook()
    {
        _linksWorkbook = false;
        return this;
    }

    internal byte[] ToArray()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (_linksWorkbook)
            {
                Write(zip, "_rels/.rels", Links(("rId1", "officeDocument", "xl/workbook.xml")));
                Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{_workbookProperties}<sheets>"
                    + string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>");
                Write(zip, "xl/_rels/workbook.xml.rels", Links([.. _sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml"))]));
            }

            for (var i = 0; i < _sheets.Count; i++)
                Write(zip, $"xl/worksheets/sheet{i + 1}.xml", _sheets[i].Xml);
            foreach (var (name, xml) in _parts)
                Write(zip, name, xml);
        }

        return bytes.ToArray();
    }

    private static string Name(int row, int column) => $"{(char)('A' + column)}{row + 1}";

    private static string Links(params (string Id, string Type, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"{Relations}/{l.Type}\" Target=\"{l.Target}\"/>")) + "</Relationships>";

    private static void Write(ZipArchive zip, string name, string xml)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }
}
