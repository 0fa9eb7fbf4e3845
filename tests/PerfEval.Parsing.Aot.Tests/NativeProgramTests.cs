using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Aot.Tests;

/// <summary>docs/aot.md says that everything in the library runs compiled ahead of time. This is the proof.</summary>
public sealed class NativeProgramTests : IDisposable
{
    private static readonly string Reports = Repository.At("samples/reports");
    private readonly string _folder = Directory.CreateTempSubdirectory("aot").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [NativeFact]
    public async Task TheLibraryCompilesAheadOfTimeWithoutWarningAndGivesTheSameBytes()
    {
        var font = Path.Join(_folder, "boxes.ttf");
        File.WriteAllBytes(font, FontFixture.TrueType());
        var (ordinary, native) = (Path.Join(_folder, "ordinary"), Path.Join(_folder, "native"));
        new SmokeRun(Reports, font, ordinary).Run();

        var run = await CommandRun.OfAsync(await PublishedAsync(), _folder, Reports, font, native);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.NotEmpty(Files(ordinary));
        Assert.Equal(Files(ordinary), Files(native));
        Assert.All(Files(ordinary), name => Assert.True(File.ReadAllBytes(Path.Join(ordinary, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Join(native, name))), name));
    }

    [Theory]
    [InlineData("docs/aot.md")]
    [InlineData("docs/aot.zh-CN.md")]
    public void ThePageNamesTheFormatsThatTheProgramReadsAndWrites(string page)
    {
        var rows = Repository.Read(page).Split('\n').Where(line => line.StartsWith('|') && line.Contains("`.docx`", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(ReportWriters.Formats.Select(format => $"`.{format}`").Order(), row.Split(' ').Where(word => word.StartsWith("`.", StringComparison.Ordinal)).Order()));
    }

    /// <summary>The smoke program, compiled. Warnings are errors, so what the compiler doubts in the library or below it fails here.</summary>
    private async Task<string> PublishedAsync()
    {
        var output = Path.Join(_folder, "program");
        var published = await CommandRun.DotnetAsync(Repository.Root, ["publish", Repository.At(NativeCompiler.Project), "--output", output, .. NativeCompiler.Settings]);
        Assert.DoesNotContain("warning", published.Output + published.Error, StringComparison.OrdinalIgnoreCase);
        return Path.Join(output, "aot-smoke");
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
}
