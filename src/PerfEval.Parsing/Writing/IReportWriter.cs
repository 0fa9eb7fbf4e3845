using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing;

/// <summary>Extension point 3: writes a report in one format. A writer is stateless and may be used by many threads at once.</summary>
public interface IReportWriter
{
    /// <summary>The format's name as the command line takes it (<c>json</c>).</summary>
    string Format { get; }

    /// <summary>Writes a report. The same report gives the same bytes on every machine.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where the bytes go; it is neither flushed nor closed.</param>
    void Write(PerformanceReport report, Stream output);
}
