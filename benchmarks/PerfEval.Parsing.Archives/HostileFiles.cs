using System.IO.Compression;
using System.Text;

namespace PerfEval.Parsing.Archives;

/// <summary>One way to make a bad file of a good one.</summary>
/// <param name="Kind">What it is called.</param>
/// <param name="Extension">The extension of its name; that of the good file where null.</param>
/// <param name="Make">Makes it: the good file's bytes, its name and a source of chance in, the bad file's bytes out.</param>
internal sealed record HostileFile(string Kind, string? Extension, Func<byte[], string, Random, byte[]> Make);

/// <summary>Damaged and hostile files of the kinds that archives and attackers have shown.</summary>
internal static class HostileFiles
{
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("truncated", null, (bytes, _, random) => bytes[..random.Next(bytes.Length / 10, bytes.Length * 9 / 10)]),
        new("flipped", null, Flipped),
        new("empty", null, (_, _, _) => []),
        new("noise", null, (_, _, random) => Noise(random, random.Next(1, 50_000))),
        new("misnamed", ".doc", (bytes, _, _) => bytes),
        new("ole", ".doc", (_, _, random) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Noise(random, 4_096)]),
        new("flate-bomb", ".pdf", (_, _, _) => PdfOf("/FlateDecode", Deflated(200 << 20))),
        new("double-bomb", ".pdf", (_, _, _) => PdfOf("[/FlateDecode /FlateDecode]", Deflated(Deflated(200 << 20)))),
        new("exponential-forms", ".pdf", (_, _, _) => ExponentialForms()),
        new("form-recursion", ".pdf", (_, _, _) => FormRecursion()),
        new("xref-overflow", ".pdf", (_, _, _) => XrefOverflow()),
        new("operators", ".pdf", (_, _, _) => PdfOf("/FlateDecode", Deflated(Repeated("q Q ", 10_000_000)))),
        new("page-cycle", ".pdf", (_, _, _) => Pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")),
        new("text-bomb", ".docx", (_, _, _) => Docx("<w:p><w:r><w:t>", Encoding.ASCII.GetString(Repeated("A", 1 << 20)), 400, "</w:t></w:r></w:p>")),
        new("paragraph-bomb", ".docx", (_, _, _) => Docx("", string.Concat(Enumerable.Repeat("<w:p/>", 10_000)), 200, "")),
        new("deep-tables", ".docx", (_, _, _) => Docx(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 50_000)), "<w:p/>", 1, string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 50_000)))),
        new("deep-html", ".html", (_, _, _) => Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 50_000)) + "绩效评价报告")),
        new("deep-bold", ".html", (_, _, _) => Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<b>", 50_000)) + "绩效评价报告")),
        new("long-line", ".txt", (_, _, _) => Repeated(Encoding.UTF8.GetBytes("项目支出绩效评价报告一、"), 200_000)),
        new("entities", ".docx", (_, _, _) => Docx("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "")),
        new("gb18030", ".txt", (_, _, _) => Encoding.GetEncoding("GB18030").GetBytes(Encoding.UTF8.GetString(InventedReports.Shipped("road-maintenance-2023.txt")))),
        new("json-list", ".json", (_, _, _) => "[{\"source\":{\"path\":\"x\"},\"error\":{\"code\":\"Empty\",\"message\":\"\"}}]"u8.ToArray()),
    ];

    private static byte[] Flipped(byte[] bytes, string name, Random random)
    {
        var copy = (byte[])bytes.Clone();
        for (var n = 0; n < 3; n++)
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Repeated(string text, int times) => Repeated(Encoding.ASCII.GetBytes(text), times);

    private static byte[] Repeated(byte[] unit, int times)
    {
        var bytes = new byte[unit.Length * times];
        for (var i = 0; i < times; i++)
            unit.CopyTo(bytes, i * unit.Length);
        return bytes;
    }

    private static byte[] Deflated(int zeros) => Deflated(new byte[zeros]);

    private static byte[] Deflated(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Fastest))
            zlib.Write(bytes);
        return output.ToArray();
    }

    private static byte[] PdfOf(string filter, byte[] content) => Pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        Stream($"/Filter {filter}", content));

    private static byte[] FormRecursion() => Pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>",
        Stream("", "/A Do"u8.ToArray()),
        Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 6 0 R >> >>", "/A Do"u8.ToArray()),
        Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >>", "/A Do"u8.ToArray()));

    private static byte[] ExponentialForms()
    {
        var ten = Repeated("/A Do ", 10);
        var objects = new List<byte[]>
        {
            "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"u8.ToArray(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>"u8.ToArray(),
            Stream("", ten),
        };
        for (var i = 0; i < 10; i++)
            objects.Add(Stream($"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A {6 + i} 0 R >> >>", ten));
        objects.Add(Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "q Q"u8.ToArray()));
        return Pdf([.. objects]);
    }

    private static byte[] XrefOverflow()
    {
        var head = "%PDF-1.5\n"u8.ToArray();
        var stream = Stream("/Type /XRef /W [1 2 4294967296] /Size 3 /Root 1 0 R", new byte[64]);
        return [.. head, .. "1 0 obj\n"u8, .. stream, .. "\nendobj\nstartxref\n9\n%%EOF"u8];
    }

    private static byte[] Stream(string entries, byte[] content) =>
        [.. Encoding.ASCII.GetBytes($"<< {entries} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8];

    private static byte[] Pdf(params string[] objects) => Pdf([.. objects.Select(Encoding.ASCII.GetBytes)]);

    private static byte[] Pdf(string first, string second, string third, params byte[][] rest) =>
        Pdf([Encoding.ASCII.GetBytes(first), Encoding.ASCII.GetBytes(second), Encoding.ASCII.GetBytes(third), .. rest]);

    private static byte[] Pdf(byte[][] objects)
    {
        using var output = new MemoryStream();
        output.Write("%PDF-1.7\n"u8);
        var offsets = new List<long>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(output.Position);
            output.Write(Encoding.ASCII.GetBytes($"{i + 1} 0 obj\n"));
            output.Write(objects[i]);
            output.Write("\nendobj\n"u8);
        }

        var start = output.Position;
        output.Write(Encoding.ASCII.GetBytes($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            output.Write(Encoding.ASCII.GetBytes($"{offset:D10} 00000 n \n"));
        output.Write(Encoding.ASCII.GetBytes($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"));
        return output.ToArray();
    }

    private static byte[] Docx(string declaration, string body) => Docx(declaration, "", body, 1, "");

    private static byte[] Docx(string before, string unit, int times, string after) => Docx("", before, unit, times, after);

    private static byte[] Docx(string declaration, string before, string unit, int times, string after)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>", 1, "");
            Entry(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>", 1, "");
            var head = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{declaration}<w:document xmlns:w=\"{WordNamespace}\"><w:body>{before}";
            Entry(zip, "word/document.xml", head, times, after + "<w:p><w:r><w:t>项目支出绩效评价报告</w:t></w:r></w:p></w:body></w:document>", unit);
        }

        return output.ToArray();
    }

    private static void Entry(ZipArchive zip, string name, string head, int times, string tail, string unit = "")
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write(head);
        for (var i = 0; i < times; i++)
            writer.Write(unit);
        writer.Write(tail);
    }
}
