using System.Text;
using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Html;

/// <summary>
/// Writes a report as one web page that needs nothing else: UTF-8, no scripts, nothing loaded; to be read on a phone, printed on A4, or parsed
/// again without loss. What each part of the report is, the page's elements say.
/// </summary>
public sealed class HtmlReportWriter : IReportWriter
{
    /// <summary>Six elements for headings, and <c>aria-level</c> for what is deeper; the first is the title's.</summary>
    private const int DeepestHeading = 9;

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public void Write(PerformanceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(HtmlPage.Print(ReportComposer.Compose(report, DeepestHeading).Blocks)));
    }
}
