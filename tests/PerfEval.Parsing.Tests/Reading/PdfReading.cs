using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Pdf;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>What the tests of the PDF reader ask of a document.</summary>
internal static class PdfReading
{
    /// <summary>Lines of body text: 34 characters of 12 points from the left margin on.</summary>
    internal const double Left = 93.5;
    internal const double Size = 12;
    internal const double Pitch = 20;
    internal const int Columns = 34;

    private const string Words = "项目资金绩效评价单位管理制度健全完善预算执行情况良好工作目标任务按期完成群众满意程度较高";

    internal static (SourceDocument Document, DiagnosticLog Log) Read(byte[] bytes, ParseLimits? limits = null, params string[] passwords)
    {
        var log = new DiagnosticLog();
        return (new PdfReader().Read(bytes, new ReadContext(limits ?? ParseLimits.Default, log, CancellationToken.None) { Passwords = passwords }), log);
    }

    internal static (SourceDocument Document, DiagnosticLog Log) Read(this PdfFixture fixture, ParseLimits? limits = null) => Read(fixture.ToArray(), limits);

    internal static IReadOnlyList<Block> Blocks(this PdfFixture fixture) => fixture.Read().Document.Blocks;

    internal static IReadOnlyList<Paragraph> Paragraphs(this PdfFixture fixture) => [.. fixture.Blocks().OfType<Paragraph>().Where(p => p.Role == BlockRole.Body)];

    /// <summary>The text of the body's blocks.</summary>
    internal static IReadOnlyList<string> Texts(this PdfFixture fixture) => fixture.Texts(BlockRole.Body);

    internal static IReadOnlyList<string> Texts(this PdfFixture fixture, BlockRole role) =>
        [.. fixture.Blocks().Where(b => b.Role == role && b.Text.Length > 0).Select(b => b.Text)];

    internal static IReadOnlyList<Table> Tables(this PdfFixture fixture) => [.. fixture.Blocks().OfType<Table>()];

    internal static Table Table(this PdfFixture fixture) => Assert.Single(fixture.Tables());

    /// <summary>The rows' cells, as a table of the fixture gives them: merged places left out, spans behind the text.</summary>
    internal static IReadOnlyList<string> Rows(this Table table) =>
        [.. table.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text + (c.RowSpan > 1 || c.ColumnSpan > 1 ? $"[{c.RowSpan}x{c.ColumnSpan}]" : ""))))];

    internal static UnreadableReason Reason(byte[] bytes, ParseLimits? limits = null, params string[] passwords) =>
        Assert.Throws<UnreadableDocumentException>(() => Read(bytes, limits, passwords)).Reason;

    internal static IReadOnlyList<DiagnosticCode> Codes(this DiagnosticLog log) => [.. log.Items.Select(d => d.Code)];

    /// <summary>So many characters of prose, other ones for each seed.</summary>
    internal static string Prose(int length, int seed = 0) => string.Concat(Enumerable.Range(0, length).Select(i => Words[(i * 7 + i / 5 + seed * 11) % Words.Length]));

    /// <summary>A text set in full lines from the top of the text area, its first line indented by two characters.</summary>
    /// <returns>The baseline below the last line's.</returns>
    internal static double Set(this PdfCanvas canvas, double y, string text)
    {
        for (var start = 0; start < text.Length; y -= Pitch)
        {
            var indent = start == 0 ? 2 : 0;
            var end = Math.Min(text.Length, start + Columns - indent);
            canvas.Text(Left + indent * Size, y, Size, text[start..end]);
            start = end;
        }

        return y;
    }
}
