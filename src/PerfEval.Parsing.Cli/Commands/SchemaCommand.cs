using System.CommandLine;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>perfeval schema</c>: prints the JSON Schema of what <c>perfeval parse</c> prints.</summary>
internal sealed class SchemaCommand : ExplainedCommand
{
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write to this file instead of standard output.",
        HelpName = "file",
    };

    public SchemaCommand(Terminal terminal)
        : base("schema", "Prints the JSON Schema (draft 2020-12) of one report, as perfeval parse prints it.")
    {
        Add(_output);
        SetAction(line => Print(line.GetValue(_output), terminal));
    }

    public override string ExitCodes => ExitCode.OfAll;

    public override string Notes => """
        Examples:
          perfeval schema                               the schema on standard output
          perfeval schema -o report.schema.json         into a file, for a validator or a code generator
        """;

    private static int Print(string? path, Terminal terminal)
    {
        var text = Terminal.Utf8.GetBytes(ReportJsonSchema.Text);
        if (path is null)
            terminal.Output.Write(text);
        else
            File.WriteAllBytes(path, text);
        return ExitCode.Success;
    }
}
