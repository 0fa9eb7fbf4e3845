using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Html;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>Reads text and pages that a test writes down, and shows the blocks as lines that a test can compare.</summary>
internal static class TextReading
{
    public static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static Encoding Big5 => CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    public static SourceDocument Text(string text) => PlainTextReader.ReadText(text, Context());

    public static SourceDocument Html(string html) => new HtmlReader().Read(Encoding.UTF8.GetBytes(html), Context());

    public static ReadContext Context(ParseLimits? limits = null, DiagnosticLog? log = null) => new(limits ?? ParseLimits.Default, log ?? new DiagnosticLog(), CancellationToken.None);

    /// <summary>A line a block: a paragraph's text, marked where it is no body text, a table's rows.</summary>
    public static string[] Lines(this SourceDocument document) => [.. document.Blocks.SelectMany(Lines)];

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Paragraph { Role: BlockRole.Body } p => [(p.Label is null ? "" : p.Label + " ") + p.Text],
        Paragraph p => [$"<{p.Role}> {p.Text}"],
        Table t => t.Rows.Select(row => "| " + string.Join(" | ", row.Cells.Select(cell => cell.Text.Replace("\n", "\\n", StringComparison.Ordinal))) + " |"),
        _ => [$"<{block.GetType().Name}>"],
    };
}
