using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Pages;

/// <summary>The guide shows one program piece by piece, and what it prints.</summary>
public sealed class GuidePageTests
{
    private static readonly DocsPage English = new("docs/guide.md");
    private static readonly DocsPage Chinese = new("docs/guide.zh-CN.md");

    [Fact]
    public void ThePiecesAreTheProgramInItsOrder()
    {
        var program = Repository.Read("samples/Tour/Program.cs");
        var at = 0;

        Assert.All(English.Blocks("csharp"), piece =>
        {
            var found = program.IndexOf(piece, at, StringComparison.Ordinal);
            Assert.True(found >= 0, piece);
            at = found + piece.Length;
        });
    }

    [Fact]
    public async Task TheProgramPrintsWhatIsShown() =>
        Assert.Equal(Assert.Single(English.Blocks("text")), await SampleProgram.RunAsync("Tour", Repository.At("samples/reports")));

    [Fact]
    public void BothLanguagesShowTheSame()
    {
        foreach (var language in (string[])["csharp", "text", "sh"])
            Assert.Equal(English.Blocks(language), Chinese.Blocks(language));
        Assert.Equal(English.Links().Count, Chinese.Links().Count);
    }

    [Fact]
    public void EveryPageIsOnItsList()
    {
        var pages = Directory.EnumerateFiles(Repository.At("docs"), "*.md").Select(path => Path.GetFileName(path)).Where(page => !page.StartsWith("guide.", StringComparison.Ordinal));

        Assert.Empty(pages.Except([.. English.Links(), .. Chinese.Links()]));
    }
}
