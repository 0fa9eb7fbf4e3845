using PerfEval.Parsing.Tests.Support;

namespace PerfEval.Parsing.Packages.Tests.Support;

/// <summary>The page that a package shows of itself.</summary>
internal static class PackagePage
{
    /// <summary>The first example in C#.</summary>
    public static string Example(string project)
    {
        var text = Repository.Read($"src/{project}/PACKAGE.md");
        var start = text.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)] + "\n";
    }
}
