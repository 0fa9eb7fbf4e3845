using System.Text.RegularExpressions;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>The page that specifies the versions of the JSON, in its two languages.</summary>
public sealed partial class SchemaPageTests
{
    private static readonly string English = Repository.Read("docs/schema.md");

    private static readonly string Chinese = Repository.Read("docs/schema.zh-CN.md");

    [Fact]
    public void BothLanguagesSpeakOfTheSameThings()
    {
        Assert.Equal(Words(English), Words(Chinese));
        Assert.Equal(Rows(English), Rows(Chinese));
    }

    private static IEnumerable<string> Words(string page) => Code().Matches(page).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What each row of a table speaks of, row by row.</summary>
    private static IEnumerable<string> Rows(string page) =>
        page.Split('\n').Where(line => line.StartsWith('|')).Select(row => string.Join(' ', Code().Matches(row).Select(match => match.Value).Order(StringComparer.Ordinal)));

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Code();
}
