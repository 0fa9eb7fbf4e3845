using System.CommandLine;
using System.Text;
using PerfEval.Parsing.Cli.Ingesting;
using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Examining;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>perfeval doctor</c>: whether this machine, and a target, are fit for ingestion.</summary>
internal sealed class DoctorCommand : ExplainedCommand
{
    private readonly Argument<string?> _target = new("target")
    {
        Description = "A target of ingestion to look at too.",
        DefaultValueFactory = _ => null,
    };

    public DoctorCommand(Terminal terminal)
        : base("doctor", "Tries what ingestion needs of this machine: worker processes and what protects from them, memory, disk, names, the target.")
    {
        Add(_target);
        SetAction(async (line, cancellationToken) =>
        {
            var target = line.GetValue(_target);
            var options = new IngestionOptions { OwnWorker = WorkerOfThisProgram.Command };
            if (target is not null)
                options = options with { JournalPath = IngestSettings.JournalBeside(target) };
            var findings = await InstallationExamination.ExamineAsync(options, target, cancellationToken);
            await terminal.Output.WriteAsync(Terminal.Utf8.GetBytes(Text(findings)), cancellationToken);
            return findings.Any(finding => finding.State == FindingState.Failure) ? ExitCode.SomeUnreadable : ExitCode.Success;
        });
    }

    public override string ExitCodes => """
        Exit codes:
          0    ingestion works here; warnings say what could be better
          1    the command line is wrong
          2    something that ingestion needs is missing
        """;

    public override string Notes => """
        Examples:
          perfeval doctor                               this machine
          perfeval doctor archive.duckdb                and a target
        """;

    private static string Text(IReadOnlyList<Finding> findings)
    {
        var width = findings.Max(finding => finding.Subject.Length) + 2;
        var text = new StringBuilder();
        foreach (var finding in findings)
            text.Append(Mark(finding.State)).Append(finding.Subject.PadRight(width)).Append(finding.Detail).Append('\n');
        return text.ToString();
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Good => "ok       ",
        FindingState.Warning => "warning  ",
        _ => "FAILURE  ",
    };
}
