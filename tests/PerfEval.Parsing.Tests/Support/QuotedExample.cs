using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>A page's example stands word for word in a test's method <c>Example</c>, where it is compiled and run.</summary>
internal static partial class QuotedExample
{
    /// <summary>The method's body as a page shows it.</summary>
    /// <param name="path">The test's source file, from the repository's root.</param>
    public static string Of(string path) =>
        string.Join('\n', Body().Match(Repository.Read(path)).Groups[1].Value.Split('\n').Select(line => line.Length > 8 ? line[8..] : ""));

    [GeneratedRegex(@"void Example\(\)\n    \{\n(.*?)\n    \}", RegexOptions.Singleline)]
    private static partial Regex Body();
}
