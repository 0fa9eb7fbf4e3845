using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PerfEval.Parsing.BenchmarkDocuments;

/// <summary>
/// A report as WPS and Word save it: the formatting of every paragraph and run written out, a run for each change between Chinese and Latin, small styles,
/// no mark of this library's own writer. A page takes about 25 KB of XML.
/// </summary>
public static class PaperDocx
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    // Entries carry a time; a fixed one keeps the bytes the same.
    private static readonly DateTimeOffset Written = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file.</summary>
    /// <param name="paper">The report.</param>
    /// <returns>Its bytes.</returns>
    public static byte[] Of(InventedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml",
                $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{WordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{WordType}.styles+xml"/></Types>""");
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>""");
            Add(zip, "word/_rels/document.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
            Add(zip, "word/styles.xml", Styles());
            Add(zip, "word/document.xml", Body(paper));
        }

        return output.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Written;
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml));
    }

    private static string Styles()
    {
        var xml = new StringBuilder($"""<w:styles xmlns:w="{Namespace}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>""");
        xml.Append("""<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>""");
        for (var level = 1; level <= 3; level++)
            xml.Append(null, $"""<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>""");
        return xml.Append("</w:styles>").ToString();
    }

    private static string Body(InventedPaper paper)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("w", "document", Namespace);
            xml.WriteStartElement("body", Namespace);
            foreach (var block in paper.Blocks)
                switch (block)
                {
                    case PaperHeading heading:
                        Paragraph(xml, heading.Text, heading.Level == 0 ? "t" : XmlConvert.ToString(heading.Level), "黑体");
                        break;
                    case PaperParagraph paragraph:
                        Paragraph(xml, paragraph.Text, null, "仿宋_GB2312");
                        break;
                    case PaperTable table:
                        Table(xml, table);
                        break;
                }

            xml.WriteRaw("""<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>""");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Paragraph(XmlWriter xml, string text, string? style, string font)
    {
        xml.WriteStartElement("p", Namespace);
        xml.WriteAttributeString("rsidR", Namespace, "00A77B3E");
        xml.WriteAttributeString("rsidRDefault", Namespace, "00A77B3E");
        xml.WriteRaw(style is null
            ? """<w:pPr><w:keepNext w:val="0"/><w:pageBreakBefore w:val="0"/><w:kinsoku/><w:wordWrap/><w:overflowPunct/><w:topLinePunct w:val="0"/><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>"""
            : $"""<w:pPr><w:pStyle w:val="{style}"/><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>""");
        Runs(xml, text, font, 32);
        xml.WriteEndElement();
    }

    private static void Runs(XmlWriter xml, string text, string font, int size)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && char.IsAscii(text[end]) == char.IsAscii(text[start]))
                end++;
            var hint = char.IsAscii(text[start]) ? "default" : "eastAsia";
            xml.WriteRaw($"""<w:r><w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}" w:hint="{hint}"/><w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:highlight w:val="none"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>""");
            xml.WriteElementString("t", Namespace, text[start..end]);
            xml.WriteRaw("</w:r>");
            start = end;
        }
    }

    private static void Table(XmlWriter xml, PaperTable table)
    {
        xml.WriteRaw("""<w:tbl><w:tblPr><w:tblW w:w="8500" w:type="dxa"/></w:tblPr><w:tblGrid>""");
        foreach (var _ in table.Rows[0])
            xml.WriteRaw("""<w:gridCol w:w="1700"/>""");
        xml.WriteRaw("</w:tblGrid>");
        foreach (var row in table.Rows)
        {
            xml.WriteRaw("""<w:tr><w:trPr><w:cantSplit/></w:trPr>""");
            foreach (var cell in row)
            {
                xml.WriteRaw("""<w:tc><w:tcPr><w:tcW w:w="1700" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:widowControl/><w:jc w:val="center"/><w:textAlignment w:val="center"/></w:pPr>""");
                Runs(xml, cell, "宋体", 21);
                xml.WriteRaw("</w:p></w:tc>");
            }

            xml.WriteRaw("</w:tr>");
        }

        xml.WriteRaw("</w:tbl>");
    }
}
