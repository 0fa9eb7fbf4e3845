using System.Text;
using System.Text.Json.Nodes;

namespace PerfEval.Parsing.Cli.Tests;

/// <summary>A directory of its own for one test, and the command line run in this process.</summary>
public sealed class TestRun : IDisposable
{
    public const string Form = """
        石桥镇人民政府农村道路养护项目支出绩效自评报告
        一、项目概况
        2023年安排农村道路养护经费80万元。
        二、评价结论
        评价得分为92分，评价等级为“优”。
        """;

    public string Root { get; } = Directory.CreateTempSubdirectory("perfeval-cli-").FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public byte[] OutputBytes { get; private set; } = [];

    /// <summary>The output's lines as JSON objects.</summary>
    public IReadOnlyList<JsonObject> Lines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    public string Write(string name, string text = Form) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string At(string name) => Path.Join(Root, name);

    public Task<int> RunAsync(params string[] args) => RunAsync(Stream.Null, CancellationToken.None, args);

    internal async Task<int> RunAsync(Stream input, CancellationToken cancellationToken, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new Terminal(input, output, error, ShowProgress: false), cancellationToken);
        OutputBytes = output.ToArray();
        Output = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(OutputBytes);
        Error = error.ToString();
        return code;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
