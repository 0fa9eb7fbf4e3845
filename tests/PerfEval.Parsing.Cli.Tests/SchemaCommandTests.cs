using System.Text;
using System.Text.Json.Nodes;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class SchemaCommandTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task TheSchemaAndNothingElseIsPrinted()
    {
        var code = await _run.RunAsync("schema");

        Assert.Equal((0, ""), (code, _run.Error));
        Assert.Equal(ReportJsonSchema.Text, _run.Output);
        Assert.Equal("urn:perfeval:report:1", (string?)JsonNode.Parse(_run.Output)!["$id"]);
    }

    [Theory]
    [InlineData("-o")]
    [InlineData("--output")]
    public async Task AFileGetsTheSameBytes(string option)
    {
        var code = await _run.RunAsync("schema", option, _run.At("report.schema.json"));

        Assert.Equal((0, "", ""), (code, _run.Output, _run.Error));
        Assert.Equal(Encoding.UTF8.GetBytes(ReportJsonSchema.Text), File.ReadAllBytes(_run.At("report.schema.json")));
    }

    [Fact]
    public async Task AFileThatCannotBeWrittenIsSaidPlainly()
    {
        var code = await _run.RunAsync("schema", "-o", _run.At("no/such/place.json"));

        Assert.Equal((ExitCode.Usage, ""), (code, _run.Output));
        Assert.Contains("cannot be written", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnInputIsNoPartOfTheCommand() => Assert.Equal(ExitCode.Usage, await _run.RunAsync("schema", "report.docx"));

    [Fact]
    public async Task HelpShowsExamples()
    {
        var code = await _run.RunAsync("schema", "--help");

        Assert.Equal((0, ""), (code, _run.Error));
        Assert.Contains("perfeval schema -o report.schema.json", _run.Output, StringComparison.Ordinal);
    }
}
