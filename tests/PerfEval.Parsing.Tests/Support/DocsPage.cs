using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>A page of the documentation, taken apart: what it shows is compared with what happens.</summary>
internal sealed partial class DocsPage
{
    private readonly string _text;

    /// <summary>A page by its path from the repository's root.</summary>
    public DocsPage(string path) => _text = Repository.Read(path);

    /// <summary>The fenced blocks of a language (<c>csharp</c>, <c>text</c>, <c>sh</c>), in order.</summary>
    public IReadOnlyList<string> Blocks(string language) => [.. Fence().Matches(_text).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value)];

    /// <summary>The first block of a language.</summary>
    public string Block(string language) => Blocks(language)[0];

    /// <summary>What is set as code outside of blocks, once each: the same on the page's other language.</summary>
    public IReadOnlyList<string> Words() => [.. Code().Matches(Fence().Replace(_text, "")).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Where its links lead, those to other hosts aside.</summary>
    public IReadOnlyList<string> Links() => [.. Link().Matches(_text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^```(\w+)\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Link();
}
