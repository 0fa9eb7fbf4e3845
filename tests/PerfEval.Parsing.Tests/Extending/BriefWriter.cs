using System.Text;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Tests.Extending;

/// <summary>Writes what a reader in a hurry asks for: title, score and the heads of the problems.</summary>
internal sealed class BriefWriter : IReportWriter
{
    public string Format => "brief";

    public void Write(PerformanceReport report, Stream output)
    {
        var text = new StringBuilder();
        text.Append(report.Title ?? "（无标题）").Append('\n');
        if (report.Score is { } score)
            text.Append(FormattableString.Invariant($"得分：{score.Value}/{score.FullMark}\n"));
        foreach (var problem in report.Problems)
            text.Append("问题：").Append(problem.Heading ?? problem.Text).Append('\n');
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
