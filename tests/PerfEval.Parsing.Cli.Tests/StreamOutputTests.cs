using System.Text;
using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Cli.Outputs;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class StreamOutputTests
{
    private static readonly InputFile Input = new("a.docx", "a.docx");

    [Theory]
    // A file that holds one report, two reports.
    [InlineData(OutputLayout.Json, false, "{1}", "{1}\n")]
    [InlineData(OutputLayout.Json, false, "{1} {2}", "[\n{1},\n{2}\n]\n")]
    [InlineData(OutputLayout.JsonLines, false, "{1} {2}", "{1}\n{2}\n")]
    // Several files: none, one, two of them, the second with two reports.
    [InlineData(OutputLayout.Json, true, null, "[]\n")]
    [InlineData(OutputLayout.Json, true, "{1}", "[\n{1}\n]\n")]
    [InlineData(OutputLayout.Json, true, "{1}|{2} {3}", "[\n{1},\n{2},\n{3}\n]\n")]
    [InlineData(OutputLayout.JsonLines, true, null, "")]
    [InlineData(OutputLayout.JsonLines, true, "{1}|{2} {3}", "{1}\n{2}\n{3}\n")]
    public void ReportsAreFramedByTheLayout(object layout, bool several, string? files, string expected)
    {
        using var stream = new MemoryStream();
        using (var output = new StreamOutput(stream, (OutputLayout)layout, several, ownsStream: false))
        {
            foreach (var file in files?.Split('|') ?? [])
                output.Write(Input, [.. file.Split(' ').Select(Encoding.UTF8.GetBytes)]);
            output.Finish();
        }

        Assert.Equal(expected, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void OutlinesArePartedByAnEmptyLine()
    {
        using var stream = new MemoryStream();
        using (var output = new StreamOutput(stream, OutputLayout.Outline, several: true, ownsStream: false))
        {
            output.Write(Input, ["a\n  b\n"u8.ToArray(), "c\n"u8.ToArray()]);
            output.Write(Input, []);
            output.Write(Input, ["d\n"u8.ToArray()]);
            output.Finish();
        }

        Assert.Equal("a\n  b\n\nc\n\nd\n", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
