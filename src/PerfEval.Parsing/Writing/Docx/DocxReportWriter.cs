using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>
/// Writes a report as a Word document that can be handed in: laid out after GB/T 9704—2012, with heading styles, automatic numbers where they
/// count as printed, and tables that fit their pages. Its named styles say what every paragraph and table is, so that reading the document again
/// gives the same report.
/// </summary>
public sealed class DocxReportWriter : IReportWriter
{
    /// <summary>Word has nine heading styles.</summary>
    internal const int DeepestHeading = 9;

    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public void Write(PerformanceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        Write(ReportComposer.Compose(report, DeepestHeading).Blocks, output);
    }

    /// <summary>Writes the blocks of a document that declares its structure.</summary>
    internal static void Write(IReadOnlyList<Block> blocks, Stream output)
    {
        var numbering = new HeadingNumbering(blocks);
        var title = string.Join(' ', blocks.Where(b => b.Declared == DeclaredPart.Title).Select(b => b.Text.Replace('\n', ' ')));
        DocxParts.Write(title, numbering, body => new BodyWriter(body, numbering).Write(blocks), output);
    }
}
