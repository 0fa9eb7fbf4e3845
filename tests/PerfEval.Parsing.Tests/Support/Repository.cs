using System.Runtime.CompilerServices;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>The repository that the tests were built from; the house tests read its sources.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Join(Path.GetDirectoryName(Here()), "../../.."));

    public static string At(string path) => Path.Join(Root, path);

    public static string Read(string path) => File.ReadAllText(At(path)).ReplaceLineEndings("\n");

    /// <summary>The C# files below a folder, by their path from it with slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory.EnumerateFiles(At(folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(At(folder), file).Replace('\\', '/'), File.ReadAllText(file).ReplaceLineEndings("\n")))
            .OrderBy(source => source.Item1, StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;
}
