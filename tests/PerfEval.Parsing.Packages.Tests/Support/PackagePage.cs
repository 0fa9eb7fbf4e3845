using PerfEval.Parsing.Tests.Support;

namespace PerfEval.Parsing.Packages.Tests.Support;

/// <summary>The page that a package shows of itself.</summary>
internal static class PackagePage
{
    /// <summary>The first example in C#.</summary>
    public static string Example(string project) => new DocsPage($"src/{project}/PACKAGE.md").Block("csharp") + "\n";
}
