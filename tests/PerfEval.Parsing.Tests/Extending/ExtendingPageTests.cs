using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Extending;

/// <summary>docs/extending.md shows code that is compiled and run, and what it prints.</summary>
public sealed partial class ExtendingPageTests
{
    private const string English = "docs/extending.md";
    private const string Chinese = "docs/extending.zh-CN.md";

    private static readonly string[] Examples =
    [
        "samples/OwnFacts/ProjectFacts.cs", "samples/OwnFacts/Program.cs", "tests/PerfEval.Parsing.Tests/Extending/OdtReader.cs",
        "tests/PerfEval.Parsing.Tests/Extending/BriefWriter.cs", "samples/OwnFactsArchive/Program.cs",
    ];

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void EveryExampleIsAFileThatIsCompiled(string page)
    {
        var blocks = new DocsPage(page).Blocks("csharp");

        Assert.Equal(Examples.Select(WithoutNamespace), blocks.Where(b => b.StartsWith("using", StringComparison.Ordinal)));
        // The rest are the lines of the tests below.
        var here = Repository.Read("tests/PerfEval.Parsing.Tests/Extending/ExtendingPageTests.cs");
        Assert.All(blocks.Where(b => !b.StartsWith("using", StringComparison.Ordinal)), line => Assert.Contains(line, here, StringComparison.Ordinal));
    }

    [Fact]
    public void BothLanguagesSpeakOfTheSameThings()
    {
        Assert.Equal(new DocsPage(English).Words(), new DocsPage(Chinese).Words());
        Assert.Equal(new DocsPage(English).Blocks("text"), new DocsPage(Chinese).Blocks("text"));
    }

    [Fact]
    public async Task TheSamplePrintsWhatThePageShows() =>
        Assert.Equal(Assert.Single(new DocsPage(English).Blocks("text")), await SampleProgram.RunAsync("OwnFacts", Repository.At("samples/OwnFacts/report.txt")));

    [Fact]
    public void TheReaderReadsOpenDocumentText()
    {
        var parser = new ReportParser(ReportParserOptions.Default with { Readers = [new OdtReader(), .. ReportParserOptions.Default.Readers] });

        var report = parser.Parse(Odt("<text:p>甲县校车项目绩效评价报告</text:p><text:h text:outline-level=\"1\">一、评价结论</text:h><text:p>综合得分94.5分。</text:p>")).Report;

        Assert.Equal(("odt", "甲县校车项目绩效评价报告", 94.5m), (report.Source.Format, report.Title, report.Score?.Value));
        Assert.Equal(["评价结论"], report.Sections.Select(s => s.Heading));
        Assert.Equal(UnreadableReason.UnsupportedFormat, Assert.Throws<UnreadableDocumentException>(() => ReportParser.Default.Parse(Odt(""))).Reason);
        Assert.Equal(UnreadableReason.Corrupt, Assert.Throws<UnreadableDocumentException>(() => parser.Parse(Odt("<text:p>甲"))).Reason);
        var small = new ReportParser(new ReportParserOptions { Readers = [new OdtReader()], Limits = new() { MaxBlocks = 1 } }).Parse(Odt("<text:p>甲</text:p><text:p>乙</text:p>"));
        Assert.Equal(ParseStatus.Partial, small.Status);
    }

    [Fact]
    public void TheWriterWritesItsLines()
    {
        var report = ReportParser.Default.ParseFile(Repository.At("samples/reports/rural-water-2023.docx")).Report;
        using var stream = new MemoryStream();

        new BriefWriter().Write(report, stream);

        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
        Assert.Equal<string>([report.Title!, "得分：89.50/100", "问题：" + report.Problems[0].Heading], lines.Take(3));
    }

    private static byte[] Odt(string body)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The type comes first and unpacked, so that it can be told without unpacking.
            Add(package, "mimetype", "application/vnd.oasis.opendocument.text");
            Add(package, "content.xml", $"<office:document-content xmlns:office=\"o\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">{body}</office:document-content>");
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive package, string name, string text)
    {
        using var entry = package.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    // The namespace, and what a file says of names for its own sake.
    private static string WithoutNamespace(string file) => Namespace().Replace(Repository.Read(file), "").Trim();

    [GeneratedRegex(@"^namespace .*;\n\n(//.*\nusing .*;\n\n)?", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
