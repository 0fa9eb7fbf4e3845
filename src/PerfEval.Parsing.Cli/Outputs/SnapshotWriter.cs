using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>A report's snapshot, for the diff of two runs.</summary>
internal sealed class SnapshotWriter : IReportWriter
{
    public string Format => "snapshot";

    public void Write(PerformanceReport report, Stream output) => output.Write(Terminal.Utf8.GetBytes(report.ToSnapshot()));
}
