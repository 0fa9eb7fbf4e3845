using System.Globalization;
using PerfEval.Parsing.Reading.PlainText;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class NormalTextTests
{
    /// <summary>Text that is not looked at line by line must be text that nothing would be done to.</summary>
    [Fact]
    public void PlainCharactersStayAsTheyAreAfterWhateverCharacter()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            if (!NormalText.IsPlain([c]))
                continue;
            var text = $"e{c}가{c}";

            Assert.True(c is '\n' or '\r' or '\f' or '\v' or '\u0085' || NormalText.IsClean(text), $"U+{(int)c:X4}");
            Assert.Equal(text, NormalText.Compose(text));
            Assert.False(CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark, $"U+{(int)c:X4}");
        }
    }

    [Theory]
    [InlineData("一、项目概况\r\n　　2021年预算10万元（含税），执行率98.5%。\n", true)]
    [InlineData("①数量指标≥90％；“优”—…", true)]
    [InlineData("e\u0301", false)]
    [InlineData("项\u200B目", false)]
    [InlineData("a\u00A0b", false)]
    [InlineData("\uFA0C\u212B", false)]
    public void UsualTextIsPlain(string text, bool expected) => Assert.Equal(expected, NormalText.IsPlain(text));
}
