using System.Text.RegularExpressions;
using PerfEval.Parsing.Tests.Support;

namespace PerfEval.Parsing.Aot.Tests;

/// <summary>The smoke program with the command in it, compiled ahead of time once for all tests.</summary>
internal sealed partial class NativeProgram
{
    private static readonly Lazy<Task<NativeProgram>> Once = new(PublishAsync);

    private NativeProgram(string path, IReadOnlyList<string> warnings) => (Path, Warnings) = (path, warnings);

    public string Path { get; }

    /// <summary>What the compiler doubts: code and place of each warning, in ordinal order.</summary>
    public IReadOnlyList<string> Warnings { get; }

    public static Task<NativeProgram> GetAsync() => Once.Value;

    public Task<CommandRun> RunAsync(string folder, params string[] arguments) => CommandRun.OfAsync(Path, folder, arguments);

    private static async Task<NativeProgram> PublishAsync()
    {
        var output = Repository.At("artifacts/aot/published");
        // What a publish finds up to date it does not compile, and says no warning again.
        if (Directory.Exists(Repository.At("artifacts/aot")))
            Directory.Delete(Repository.At("artifacts/aot"), recursive: true);
        var published = await CommandRun.DotnetAsync(Repository.Root, ["publish", Repository.At(NativeCompiler.Project), "--output", output, .. NativeCompiler.Settings]);
        var lines = (published.Output + published.Error).Split('\n').Where(line => line.Contains("warning", StringComparison.OrdinalIgnoreCase));
        return new NativeProgram(System.IO.Path.Join(output, "aot-smoke"), [.. lines.Select(Place).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static string Place(string line) => CodeAndPlace().Match(line) is { Success: true } match ? $"{match.Groups["code"]} {match.Groups["place"]}" : line;

    [GeneratedRegex(@"(?<code>IL[0-9]{4}): (?<place>[^(:]+)")]
    private static partial Regex CodeAndPlace();
}
