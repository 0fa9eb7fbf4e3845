using PerfEval.Parsing.Ingestion.Inputs.Rules;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>Patterns for paths.</summary>
public sealed class GlobTests
{
    [Theory]
    [InlineData("*.docx", "a.docx", true)]
    [InlineData("*.docx", "d/e/a.DOCX", true)]
    [InlineData("/*.docx", "d/a.docx", false)]
    [InlineData("/*.docx", "a.docx", true)]
    [InlineData("**/*.docx", "a.docx", true)]
    [InlineData("d/*.docx", "d/e/a.docx", false)]
    [InlineData("d/**/*.docx", "d/a.docx", true)]
    [InlineData("d/**/*.docx", "d/e/f/a.docx", true)]
    [InlineData("d/**/*.docx", "x/d/a.docx", false)]
    [InlineData("d/**", "d/e/f", true)]
    [InlineData("d/**", "d", false)]
    [InlineData("d", "x/d/a", true)]
    [InlineData("d/", "d/a", true)]
    [InlineData("a?.txt", "a中.txt", true)]
    [InlineData("a?.txt", "a𠀀.txt", true)]
    [InlineData("a?.txt", "a.txt", false)]
    [InlineData("?", "/", false)]
    [InlineData("[a-c].txt", "b.txt", true)]
    [InlineData("[!a-c].txt", "b.txt", false)]
    [InlineData("[]].txt", "].txt", true)]
    [InlineData("[\\^].txt", "^.txt", true)]
    [InlineData("*.{docx,pdf}", "a.pdf", true)]
    [InlineData("*.{docx,pdf}", "a.txt", false)]
    [InlineData("{a/b,c}/*.txt", "a/b/x.txt", true)]
    [InlineData("a.b", "axb", false)]
    [InlineData("(a)+$", "(a)+$", true)]
    [InlineData("*.txt", "a.txtx", false)]
    [InlineData("a.zip", "a.zip!/x", true)]
    [InlineData("2023/绩效*", "2023/绩效评价.pdf", true)]
    public void PatternsFitWholePathsBelowTheRoot(string pattern, string path, bool fits) => Assert.Equal(fits, Glob.Parse(pattern).Fits(path));

    [Theory]
    [InlineData("a[b")]
    [InlineData("a{b")]
    [InlineData("")]
    [InlineData("[z-a]")]
    public void PatternsThatAreWronglyWrittenAreRefused(string pattern) => Assert.Throws<ArgumentException>(() => Glob.Parse(pattern));

    [Theory]
    [InlineData("2023*/x/*.txt", "2023a", true)]
    [InlineData("2023*/x/*.txt", "2022", false)]
    [InlineData("2023*/x/*.txt", "2023a/y", false)]
    [InlineData("2023*/**/x/*.txt", "2023a/y/z", true)]
    [InlineData("{a/b,c}/*.txt", "a", true)]
    [InlineData("a/*", "a/b/c", true)]
    public void DirectoriesThatCannotHoldWhatFitsAreTold(string pattern, string directory, bool may) => Assert.Equal(may, Glob.Parse(pattern).MayFitBelow(directory));
}
