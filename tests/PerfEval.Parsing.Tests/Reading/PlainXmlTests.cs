using System.Text;
using System.Xml;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Archives;
using PerfEval.Parsing.Reading.OfficeParts;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>What is read straight from a part's bytes is what the runtime's reader reads, and what is not is left to it.</summary>
public sealed class PlainXmlTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Usual =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:document xmlns:w=\"" + Word + "\" xmlns:v='urn:schemas-microsoft-com:vml' "
        + "xmlns:wpsCustomData=\"http://www.wps.cn/officeDocument/2013/wpsCustomData\">\n <w:body>\r\n<w:p w:rsidR=\"00A1\"><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
        + "<w:r><w:t xml:space=\"preserve\"> 一、项目 &amp; 资金 &lt;3&#x4E07;&gt; </w:t><w:t xml:space='preserve'>  </w:t> <w:t>]] “甲”😀</w:t></w:r></w:p>"
        + "<w:tbl><w:tr><w:tc id=\"a\" v:id2='b\"c'><wpsCustomData:x/><v:p alt=\"甲&#xA;乙 &quot;丙&quot;\" ></v:p ></w:tc></w:tr></w:tbl></w:body></w:document>\r\n";

    /// <summary>Forms that are allowed, or not, and that a scanner could well take for others.</summary>
    public static TheoryData<string> Oddities =>
    [
        Usual,
        "\uFEFF<a/>",
        " <a/>",
        "<a>",
        "<a> ",
        "<?xml version='1.0'?><a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>text",
        "<a/>&#32;",
        "text",
        "<a b='1' b='2'/>",
        "<a b='1'c='2'/>",
        "<a b = '1'/>",
        "<a b='<'/>",
        "<a b='x\ty\r\nz'/>",
        "<a b='&unknown;'/>",
        "<a>&unknown;</a>",
        "<a>&#0;</a>",
        "<a>&#xD800;</a>",
        "<a>&#32;</a>",
        "<a> &#32; </a>",
        "<a xml:space='preserve'>&#32; </a>",
        "<a>x&#32;</a>",
        "<a>&#99999999;</a>",
        "<a>&#;</a>",
        "<a>]]></a>",
        "<a>x]]>y</a>",
        "<a>x\r\ny\rz</a>",
        "<a xml:space='preserve'>\r\n</a>",
        "<a xml:space='preserve'> <b> </b> <b xml:space='default'> </b> </a>",
        "<a xml:space='other'> </a>",
        "<a xml:space='preserve'/>",
        "<a xml:lang='zh'>\u00A0</a>",
        "<a>x<!-- c -->y</a>",
        "<a>x<?pi d?>y</a>",
        "<a>x<![CDATA[y]]>z</a>",
        "<!-- c --><a/>",
        "<!DOCTYPE a><a/>",
        "<w:a/>",
        "<a w:b='1'/>",
        "<w:a xmlns:w='u'><w:b/></w:a>",
        "<w:a xmlns:w='u'/><b/>",
        "<a><w:b xmlns:w='u'/><w:c/></a>",
        "<a xmlns='" + Word + "'><p/><b xmlns=''><p/></b><p/></a>",
        "<a xmlns:w=''/>",
        "<a xmlns:xml='u'/>",
        "<a xmlns:xmlns='u'/>",
        "<a xmlns:w='http://www.w3.org/XML/1998/namespace'/>",
        "<a xmlns:w='u' xmlns:v='u' w:b='1' v:b='2'/>",
        "<a xmlns:w='u' xmlns:v='v' w:b='1' v:b='2' b='3'/>",
        "<a xmlns:averylongprefixindeed='u'><averylongprefixindeed:b/></a>",
        "<a:b:c xmlns:a='u'/>",
        "<甲/>",
        "<a 甲='1'/>",
        "<1a/>",
        "<a>\uFFFE</a>",
        "<a>\u0001</a>",
        "<a>\uFFFF</a>",
        "<?xml version='1.0'?><a/>",
        "<?xml version='1.1'?><a/>",
        "<?xml version='1.0' standalone='no' ?><a/>",
        "<?xml version='1.0' encoding='gb18030'?><a/>",
        "<?xml version='1.0' encoding='Utf-8' ?><a/>",
        "<?xml version='1.0' standalone='yes' encoding='utf-8'?><a/>",
        "<?xml encoding='utf-8'?><a/>",
        "<?xml?><a/>",
        "<?xmlversion='1.0'?><a/>",
        "<a></a ><",
    ];

    [Theory]
    [MemberData(nameof(Oddities))]
    public void GivesWhatTheRuntimesReaderGives(string xml) => AssertSame(Encoding.UTF8.GetBytes(xml));

    [Fact]
    public void ReadsAUsualPartToItsEnd()
    {
        var (nodes, isStuck) = ByBytes(Encoding.UTF8.GetBytes(Usual));

        Assert.False(isStuck);
        Assert.True(nodes.Count > 20, $"{nodes.Count} nodes");
    }

    [Fact]
    public void GivesWhatTheRuntimesReaderGivesWhateverIsDamaged()
    {
        var usual = Encoding.UTF8.GetBytes(Usual);
        for (var at = 0; at < usual.Length; at++)
        {
            AssertSame(usual[..at]);
            AssertSame([.. usual[..at], .. usual[(at + 1)..]]);
            foreach (var other in "<>/=\"'& :xw!?]\r\n\u0001"u8)
            {
                AssertSame([.. usual[..at], other, .. usual[(at + 1)..]]);
                AssertSame([.. usual[..at], other, .. usual[at..]]);
            }

            AssertSame([.. usual[..at], 0xFF, .. usual[(at + 1)..]]);
        }
    }

    [Theory]
    [InlineData("<w:p/><w:p><w:r/></w:q>")]
    [InlineData("<w:p/><!-- c --><w:p><w:r/></w:p><w:tbl/></w:body></w:document>")]
    [InlineData("<w:p/><w:p w:x='&none;'/>")]
    public void GoesOnWithTheRuntimesReaderWhereItGetsStuck(string rest)
    {
        var xml = Encoding.UTF8.GetBytes($"<w:document xmlns:w='{Word}'><w:body>{rest}");
        Assert.True(ByBytes(xml).IsStuck);

        var (expected, actual) = (new DiagnosticLog(), new DiagnosticLog());
        using var reader = new OfficeXml(new ZipPartStream(new MemoryStream(xml), Entry(xml), Budget()), "part", Context(expected));
        var bytes = Part(xml);
        using var plain = new OfficeXml(bytes, PlainXml.TryOpen(bytes, new PartStrings(), int.MaxValue)!, "part", Context(actual));

        Assert.Equal(Names(reader), Names(plain));
        Assert.Equal((reader.Fault, reader.Blocks), (plain.Fault, plain.Blocks));
        Assert.Equal(expected.Items, actual.Items);
    }

    [Fact]
    public void LeavesTextsBeyondTheLimitToTheRuntimesReader()
    {
        using var part = Part("<a><b>1234</b><b>12345</b></a>"u8.ToArray());
        var plain = PlainXml.TryOpen(part, new PartStrings(), longestText: 4)!;

        while (plain.Read())
        {
        }

        Assert.True(plain.IsStuck);
        Assert.Equal(5, plain.Nodes);
    }

    private static void AssertSame(byte[] xml)
    {
        var (nodes, isStuck) = ByBytes(xml);
        var (expected, fault) = ByReader(xml);
        if (isStuck)
            Assert.Equal(expected.Take(nodes.Count), nodes);
        else
            Assert.Equal(expected, nodes);
        Assert.True(isStuck || fault is null, $"{fault} was not found in {Encoding.UTF8.GetString(xml)}");
    }

    private static (List<string> Nodes, bool IsStuck) ByBytes(byte[] xml)
    {
        using var part = Part(xml);
        using var cursor = PlainXml.TryOpen(part, new PartStrings(), int.MaxValue);
        return cursor is null ? ([], true) : (Nodes(cursor).Nodes, cursor.IsStuck);
    }

    private static (List<string> Nodes, string? Fault) ByReader(byte[] xml)
    {
        try
        {
            using var cursor = new ReaderCursor(new MemoryStream(xml), xml, "part", new DiagnosticLog());
            return Nodes(cursor);
        }
        catch (XmlException error)
        {
            return ([], error.Message);
        }
    }

    private static (List<string> Nodes, string? Fault) Nodes(PartCursor cursor)
    {
        var nodes = new List<string>();
        try
        {
            while (cursor.Read())
            {
                var isElement = cursor.NodeType is XmlNodeType.Element or XmlNodeType.EndElement;
                var text = cursor.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace ? cursor.Value(int.MaxValue, out _).ToString() : "";
                var attributes = string.Join('|', new[] { "val", "id", "id2", "alt", "rsidR", "space", "b", "w", "xmlns" }.Select(cursor.Attribute));
                nodes.Add($"{cursor.NodeType} {cursor.Depth} {(isElement ? cursor.Name : "")} {cursor.Namespace} {cursor.IsEmptyElement} {cursor.IsBlock} "
                    + $"{cursor.AttributeCount} {(cursor.NodeType == XmlNodeType.Element && cursor.PreservesSpace)} {attributes} {text}");
            }

            return (nodes, null);
        }
        catch (XmlException error)
        {
            return (nodes, error.Message);
        }
    }

    private static List<string> Names(OfficeXml xml)
    {
        var names = new List<string>();
        if (xml.ReadRoot())
            AddNames(xml, names);
        return names;
    }

    private static void AddNames(OfficeXml xml, List<string> names)
    {
        names.Add(xml.Name);
        var depth = xml.Enter();
        while (xml.NextChild(depth))
            AddNames(xml, names);
    }

    private static ZipPartBytes Part(byte[] xml) => ZipPartBytes.TryRead(new MemoryStream(xml), Entry(xml), Budget(), ParseWatch.Unwatched)!;

    private static ZipEntry Entry(byte[] xml) => new("part", 0, 0, Crc32.Append(0, xml), xml.Length, xml.Length, 0);

    private static ZipBudget Budget() => new(ParseLimits.Default);

    private static ReadContext Context(DiagnosticLog log) => new(ParseLimits.Default, log, CancellationToken.None);
}
