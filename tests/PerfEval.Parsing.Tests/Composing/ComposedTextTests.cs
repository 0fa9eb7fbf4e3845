using PerfEval.Parsing.Composing;
using Xunit;

namespace PerfEval.Parsing.Tests.Composing;

public sealed class ComposedTextTests
{
    [Theory]
    [InlineData("　甲 乙\t丙  ", "甲 乙\t丙")]
    [InlineData("甲\r\n 乙\r丙\u2028丁", "甲\n乙\n丙\n丁")]
    [InlineData("甲\u200B乙\u00AD丙\uFEFF\u0001", "甲乙丙")]
    [InlineData("甲\u00A0乙", "甲 乙")]
    [InlineData("\n\n甲\n\n乙\n", "甲\n\n乙")]
    [InlineData(" ", "")]
    [InlineData(null, "")]
    public void TextIsBroughtIntoTheNormalForm(string? text, string expected) => Assert.Equal(expected, ComposedText.Normal(text));

    [Fact]
    public void HalfACharacterIsLeftOut() => Assert.Equal("\U00020BB7甲", ComposedText.Normal("\U00020BB7\uD842甲\uDFB7"));
}
