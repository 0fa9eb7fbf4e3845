using System.Globalization;
using System.Text;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Tests.Limits;

/// <summary>Makes hostile files of healthy ones, the same from the same seed: bytes, tokens of the format, numbers, parts of archives and their headers.</summary>
internal sealed class Mutators(int seed)
{
    private static readonly string[] PdfTokens =
    [
        "/W [1 4294967296 1]", "/W [2147483647 2 1]", "/Type /XRef", "/Kids [3 0 R 3 0 R]", "/Length 999999999", "/Filter [/FlateDecode /FlateDecode /LZWDecode]", "/Prev 0", "obj", "endobj", "stream\n",
        "endstream", "[[[[[[[[[[[[[[[[", "<<<<<<<<<<<<", "1 0 R", "/Count -1", "/Contents 1 0 R", "/Predictor 15 /Columns 999999", "/W1 [", "BT", "(", ")", ">>", "trailer", "startxref\n0", "/Size 2147483647",
        "/MediaBox [0 0 1e38 -1e38]", "/Encrypt 1 0 R", "/ToUnicode 5 0 R", "/Index [0 2147483647]", "/Parent 2 0 R", "xref\n0 999999999\n",
    ];

    private static readonly string[] XmlTokens =
    [
        "<w:tbl><w:tr><w:tc>", "</w:p>", "<w:gridSpan w:val=\"2147483647\"/>", "<w:vMerge/>", "&lt;", "&#x0;", "&#xD800;", "<![CDATA[", "]]>", "<!--", "w:val=\"-99999999999\"", "<w:numPr>", "<w:sdt>", "<w:br/>",
        "<w:fldChar w:fldCharType=\"begin\"/>", "<w:p>", "<w:del>", "<mc:AlternateContent>", "<a:t>", "xml:space=\"preserve\"", "<row r=\"1048577\">", "<c r=\"ZZZZ99999999\" t=\"s\"><v>-1</v></c>", "<mergeCell ref=\"A1:XFD1048576\"/>", "<w:tab/>",
        "<w:basedOn w:val=\"a\"/>", "<w:ilvl w:val=\"99\"/>", "<w:lvlText w:val=\"%1%2%3%4%5%6%7%8%9%10\"/>", "<w:hMerge/>", "<w:gridBefore w:val=\"100000\"/>",
    ];

    private static readonly string[] TextTokens =
    [
        "<table><tr><td rowspan=99999 colspan=99999>", "<div>", "</table>", "<li>", "<pre>", "|", "| --- |", "```", "\t", "\f", "┌──┬──┐\n│甲│乙│\n└──┴──┘", "目录\n", "附件1：", "一、", "（一）", "1.", "得分", "99999999999999999999999999999分",
        "2024年99月99日", "《", "》", "〔2024〕", "\"", ",", "\0", "\uFFFD", "<!--", "&#x110000;", "万元", "-1", "%", "…………12", "<script>", "<svg><math>", "<p/>", "colspan=\"-1\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A mutant of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isZip">Whether it is an archive of XML parts.</param>
    /// <param name="isPdf">Whether it is a PDF.</param>
    internal byte[] Mutate(byte[] file, bool isZip, bool isPdf)
    {
        if (isZip && _random.Next(4) > 0)
        {
            var entries = ZipDirectory.TryRead(file, 1000)!.Entries;
            // Most often the part with the text.
            var name = _random.Next(2) == 0 ? entries.MaxBy(e => e.Length)!.Name : entries[_random.Next(entries.Count)].Name;
            return DamagedFiles.WithPart(file, name, part => Several(part, XmlTokens));
        }

        return Several(file, isPdf ? PdfTokens : isZip ? ["PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "\0\0\0\0", "\u00FF\u00FF\u00FF\u00FF"] : TextTokens);
    }

    private byte[] Several(byte[] file, string[] tokens)
    {
        for (var count = 1 + _random.Next(4); count > 0 && file.Length > 0; count--)
            file = One(file, tokens);
        return file;
    }

    private byte[] One(byte[] file, string[] tokens)
    {
        var at = _random.Next(file.Length);
        var length = Math.Min(file.Length - at, 1 + _random.Next(_random.Next(10) == 0 ? 2000 : 40));
        switch (_random.Next(8))
        {
            case 0:
                var flipped = (byte[])file.Clone();
                flipped[at] ^= (byte)(1 << _random.Next(8));
                return flipped;
            case 1:
                return [.. file[..at], .. file[(at + length)..]];
            case 2:
                return [.. file[..(at + length)], .. file[at..(at + length)], .. file[(at + length)..]];
            case 3:
                var to = _random.Next(file.Length);
                return [.. file[..to], .. file[at..(at + length)], .. file[to..]];
            case 4:
                return file[..at];
            case 5:
                return WithNumber(file, at);
            default:
                var token = Encoding.UTF8.GetBytes(tokens[_random.Next(tokens.Length)]);
                var times = _random.Next(20) == 0 ? 300 : 1;
                return [.. file[..at], .. Enumerable.Repeat(token, times).SelectMany(t => t), .. file[at..]];
        }
    }

    /// <summary>The next number in the file made another.</summary>
    private byte[] WithNumber(byte[] file, int from)
    {
        var start = file.AsSpan(from).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start < 0)
            return file;
        start += from;
        var end = start;
        while (end < file.Length && file[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        long[] numbers = [0, 1, 2, 7, 255, 65536, int.MaxValue, uint.MaxValue, long.MaxValue, _random.Next(1000), _random.Next()];
        var sign = _random.Next(4) == 0 ? "-" : "";
        return [.. file[..start], .. Encoding.ASCII.GetBytes(sign + numbers[_random.Next(numbers.Length)].ToString(CultureInfo.InvariantCulture)), .. file[end..]];
    }
}
