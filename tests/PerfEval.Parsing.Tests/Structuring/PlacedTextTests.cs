using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Structuring;
using Xunit;

namespace PerfEval.Parsing.Tests.Structuring;

public sealed class PlacedTextTests
{
    [Fact]
    public void ASliceStandsWhereItsCharactersStand()
    {
        var text = PlacedText.Of(new OutlineBlock(3, 10, "一是资金不足。"));

        Assert.Equal([new SourceSpan(3, 12, 4)], text.Slice(2, 4).Places);
        Assert.Equal("资金不足", text.Slice(2, 4).Text);
    }

    [Fact]
    public void AnAutomaticLabelStandsInNoText()
    {
        var text = PlacedText.Of(new OutlineBlock(3, 0, "（1）资金不足") { LabelLength = 3 });

        Assert.Equal([new SourceSpan(3, 0, 4)], text.Places);
        Assert.Equal([new SourceSpan(3, 1, 2)], text.Slice(4, 2).Places);
        Assert.Equal([new SourceSpan(3, 0, 0)], text.Slice(0, 3).Places);
    }

    [Fact]
    public void LinesThatStandApartHaveAPlaceEach()
    {
        var text = PlacedText.Of(new OutlineBlock(0, 0, "甲乙\n丙丁") { Joins = [(3, 7)] });

        Assert.Equal([new SourceSpan(0, 0, 2), new SourceSpan(0, 7, 2)], text.Places);
        Assert.Equal([new SourceSpan(0, 1, 1), new SourceSpan(0, 7, 1)], text.Slice(1, 3).Places);
    }

    [Fact]
    public void JoinedTextsKeepTheirPlacesThroughTrimming()
    {
        var text = PlacedText.Join("\n", [PlacedText.At(" 甲", new SourceSpan(0, 4, 2)), PlacedText.At("乙； ", new SourceSpan(1, 0, 3))]).Trim().TrimEnd('；');

        Assert.Equal("甲\n乙", text.Text);
        Assert.Equal([new SourceSpan(0, 5, 1), new SourceSpan(1, 0, 1)], text.Places);
    }

    [Fact]
    public void AStretchFoundWithoutWhiteSpaceIsPlacedInTheTextWithIt()
    {
        var text = PlacedText.At("单 位： 万 元", new SourceSpan(2, 5, 8));

        Assert.Equal([new SourceSpan(2, 10, 3)], text.SliceSqueezed(3, 2).Places);
        Assert.Equal("万 元", text.SliceSqueezed(3, 2).Text);
    }

    [Fact]
    public void LinesAreWhatStandsBetweenBreaks()
    {
        var lines = PlacedText.Of(new OutlineBlock(0, 2, "甲 \n\n 乙")).Lines().ToList();

        Assert.Equal(["甲", "乙"], lines.Select(l => l.Text));
        Assert.Equal([new SourceSpan(0, 7, 1)], lines[1].Places);
    }
}
