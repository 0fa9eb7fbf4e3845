using System.Text;
using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Markdown;

/// <summary>
/// Writes a report as Markdown: UTF-8, CommonMark with the tables of GitHub; tables with merged cells are HTML. A closing line names the format,
/// and the file can be parsed again without loss.
/// </summary>
public sealed class MarkdownReportWriter : IReportWriter
{
    /// <summary>Six levels of headings; the first is the title's.</summary>
    private const int DeepestHeading = 5;

    /// <inheritdoc/>
    public string Format => "md";

    /// <inheritdoc/>
    public void Write(PerformanceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(MarkdownPage.Print(ReportComposer.Compose(report, DeepestHeading).Blocks)));
    }
}
