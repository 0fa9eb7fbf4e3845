using System.Text.Json;
using PerfEval.Parsing.Evaluation.Values;
using Xunit;

namespace PerfEval.Parsing.Evaluation.Tests.Values;

public sealed class NormalTests
{
    [Theory]
    [InlineData("  甲　乙\u200B\u00A0\n丙", "甲乙丙")]
    [InlineData("（１）㎡①ﬁ：，…", "(1)m21fi:,...")]
    [InlineData("12", "12.0")]
    [InlineData("012.50", "12.5")]
    [InlineData("-0", "0.0")]
    [InlineData("12.", "12.")]
    [InlineData("1,200", "1,200")]
    [InlineData("𝟏２", "12.0")]
    [InlineData("", null)]
    [InlineData(" 　", null)]
    public void TextIsFolded(string text, string? key) => Assert.Equal(key, Normal.Of(text).Key);

    [Theory]
    [InlineData("0.00015", "0.0001")]
    [InlineData("0.03125", "0.0312")]
    [InlineData("0.09375", "0.0938")]
    [InlineData("2.00005", "2.0")]
    [InlineData("57021804.78", "57021804.78")]
    [InlineData("1e3", "1000.0")]
    [InlineData("[2021, 2022]", "[2021.0,2022.0]")]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public void NumbersHaveFourDecimalsRoundedFromTheirBinaryValue(string json, string? key) => Assert.Equal(key, Normal.Of(JsonElement.Parse(json)).Key);

    [Theory]
    [InlineData("abcd", "abcd", 1)]
    [InlineData("abcd", "bcde", 0.5)]
    [InlineData("ab", "ab", 1)]
    [InlineData("ab", "abc", 0)]
    [InlineData("", "", 1)]
    [InlineData("a,b.c", "abc", 1)]
    [InlineData("aaaa", "aaa", 2.0 / 3)]
    public void LikenessIsWhatTheRunsOfThreeCharactersShare(string first, string second, double likeness) =>
        Assert.Equal(likeness, Grams.Of(Normal.Of(first), 3).Likeness(Grams.Of(Normal.Of(second), 3)), 12);
}
