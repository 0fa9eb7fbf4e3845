using PerfEval.Parsing.Tests.Support;

namespace PerfEval.Parsing.Packages.Tests.Support;

/// <summary>The projects that become packages: all under <c>src/</c>.</summary>
internal static class SourceProjects
{
    /// <summary>The tool's package; its project is <see cref="ToolProject"/>.</summary>
    public const string Tool = "perfeval";

    public const string ToolProject = "PerfEval.Parsing.Cli";

    /// <summary>The libraries, whose packages have the names of the projects, in ordinal order.</summary>
    public static IReadOnlyList<string> Libraries { get; } =
        [.. Directory.EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories).Select(project => Path.GetFileNameWithoutExtension(project))
            .Where(project => project != ToolProject).Order(StringComparer.Ordinal)];
}
