using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Docx;
using PerfEval.Parsing.Tests.Support;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>What the tests of the .docx reader ask of a document.</summary>
internal static class DocxReading
{
    internal static (SourceDocument Document, DiagnosticLog Log) Read(byte[] bytes, ParseLimits? limits = null)
    {
        var log = new DiagnosticLog();
        return (new DocxReader().Read(bytes, new ReadContext(limits ?? ParseLimits.Default, log, CancellationToken.None)), log);
    }

    internal static IReadOnlyList<Block> Blocks(this DocxFixture fixture) => Read(fixture.ToArray()).Document.Blocks;

    internal static IReadOnlyList<Paragraph> Paragraphs(this DocxFixture fixture) => [.. fixture.Blocks().OfType<Paragraph>()];

    /// <summary>The text of the body's blocks.</summary>
    internal static IReadOnlyList<string> Texts(this DocxFixture fixture) =>
        [.. fixture.Blocks().Where(b => b.Role == BlockRole.Body && b.Text.Length > 0).Select(b => b.Text)];

    /// <summary>The text of the one block that the document has.</summary>
    internal static string Text(string body) => DocxFixture.Of(body).Texts().Single();

    internal static Table Table(string body) => DocxFixture.Of(body).Blocks().OfType<Table>().Single();

    /// <summary>The labels of all paragraphs.</summary>
    internal static IReadOnlyList<string?> Labels(this DocxFixture fixture) => [.. fixture.Paragraphs().Select(p => p.Label)];
}
