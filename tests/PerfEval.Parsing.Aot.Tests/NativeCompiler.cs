using System.Runtime.InteropServices;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Aot.Tests;

/// <summary>What compiling ahead of time needs of the machine: a system that was tried, a linker, and the compiler's package.</summary>
internal static class NativeCompiler
{
    /// <summary>The project that is compiled.</summary>
    public const string Project = "tests/PerfEval.Parsing.Aot/PerfEval.Parsing.Aot.csproj";

    /// <summary>The only system that the tests compile for.</summary>
    public const string Runtime = "linux-x64";

    /// <summary>
    /// How the project is built apart from everything else, so that its files are in no one's way. Analysis is the ordinary build's business, and
    /// unoptimised code is compiled faster.
    /// </summary>
    public static string[] Settings { get; } =
    [
        "--runtime", Runtime, "-p:Configuration=Debug", "-p:NativeSmoke=true", "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false", "-p:StripSymbols=false",
        $"-p:ArtifactsPath={Repository.At("artifacts/aot")}",
    ];

    /// <summary>What is missing; <see langword="null"/> where all is there.</summary>
    public static string? Missing { get; } = Lack();

    private static string? Lack()
    {
        if (RuntimeInformation.RuntimeIdentifier is var system && !(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64))
            return $"Compiling ahead of time is tried on {Runtime}; this is {system}.";
        if (!IsInstalled("clang") && !IsInstalled("gcc"))
            return "There is no linker: neither clang nor gcc is on the PATH.";
        // A test is skipped or not before it runs: there is nothing to await in. Nothing of this class is touched over there, whose fields are still being set.
        string[] restore = ["restore", Repository.At(Project), .. Settings];
        var restored = Task.Run(() => CommandRun.OfAsync(CommandRun.Dotnet, Repository.Root, restore)).GetAwaiter().GetResult();
        return restored.ExitCode == 0 ? null : $"The compiler's package cannot be had: {(restored.Output + restored.Error).Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))?.Trim()}";
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Join(folder, program)));
}

/// <summary>A test that compiles ahead of time; where that is not possible it is skipped, and says why.</summary>
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = NativeCompiler.Missing;
}
