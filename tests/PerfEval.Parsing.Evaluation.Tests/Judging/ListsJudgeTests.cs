using Xunit;

namespace PerfEval.Parsing.Evaluation.Tests.Judging;

public sealed class ListsJudgeTests
{
    private const string Rows = """{"level3":"甲指标","target":"10个","score":5},{"level3":"乙指标","target":"20个","score":4}""";

    [Theory]
    // Four cells beside the names; one wrong, none read too many.
    [InlineData("""{"level3":"甲指标","target":"10个","score":5},{"level3":"乙指标","target":"21个","score":4}""", 5, 1, 1)]
    // A row put in costs its own cells and no others.
    [InlineData("""{"level3":"甲指标","target":"10个","score":5},{"level3":"丙","score":1},{"level3":"乙指标","target":"20个","score":4}""", 6, 2, 0)]
    // A row left out costs its own cells.
    [InlineData("""{"level3":"乙指标","target":"20个","score":4}""", 3, 0, 3)]
    // A row of another name is no counterpart.
    [InlineData("""{"level3":"甲指标","target":"10个","score":5},{"level3":"乙指标数","target":"20个","score":4}""", 3, 3, 3)]
    // Columns that the gold leaves out are not judged in rows that it has.
    [InlineData("""{"level3":"甲指标","level1":"产出","target":"10个","score":5},{"level3":"乙指标","target":"20个","score":4}""", 6, 0, 0)]
    public void CellsOfRowsOfTheSameNameAreCompared(string read, int right, int wrong, int missed) =>
        Assert.Equal(new MatchCount(right, wrong, missed), Judged.Strict($$"""{"indicators":[{{Rows}}]}""", $$"""{"indicators":[{{read}}]}""", "indicators"));

    [Fact]
    public void SoftlyARowOfALikeNameIsACounterpart()
    {
        var soft = Judged.Soft($$"""{"indicators":[{{Rows}}]}""", """{"indicators":[{"level3":"甲指标","target":"10个","score":5},{"level3":"乙指标数","target":"20个","score":4}]}""", "indicators");

        // 乙指标 and 乙指标数 have two and three pairs of characters and share two: 2 × 2 / 5.
        Assert.Equal(5 + 0.8, soft.Right, 12);
        Assert.Equal(0.2, soft.Missed, 12);
    }

    [Fact]
    public void OfWhichIsNoPartOfALinesName() =>
        Assert.Equal(new MatchCount(2, 0, 0), Judged.Strict("""{"funding":{"lines":[{"name":"中央资金","budget":5}]}}""", """{"funding":{"lines":[{"name":"其中：中央资金","budget":5,"spent":3}]}}""", "funding.lines"));

    [Fact]
    public void NoTableInTheGoldAsksForNone() =>
        Assert.Equal(new MatchCount(0, 2, 0), Judged.Strict("""{"dimensionScores":[]}""", """{"dimensionScores":[{"name":"决策","fullMark":null,"score":5}]}""", "dimensionScores"));

    [Theory]
    [InlineData("""["一是资金来源单一。"]""", """[{"heading":"资金来源单一","text":"……"}]""", 1, 0, 0)]
    [InlineData("""["（1）资金来源单一，缺口明显"]""", """[{"heading":null,"text":"资金来源单一、缺口较大。"}]""", 1, 0, 0)]
    [InlineData("""["甲","乙","丙"]""", """[{"text":"甲"},{"text":"丙"}]""", 2, 0, 1)]
    [InlineData("""["甲","乙"]""", """[{"text":"乙"},{"text":"甲"}]""", 1, 1, 1)]
    public void ItemsAreKnownByTheFirstEightCharactersOfTheirHeads(string gold, string read, int right, int wrong, int missed) =>
        Assert.Equal(new MatchCount(right, wrong, missed), Judged.Strict($$"""{"problems":{{gold}}}""", $$"""{"problems":{{read}}}""", "problems"));

    [Theory]
    [InlineData("""[{"level":1,"heading":"项目概况"}]""", 1, 0, 1)]
    [InlineData("""[{"level":1,"heading":"项目概况：","children":[{"level":2,"heading":"评价结论"}]}]""", 2, 0, 0)]
    [InlineData("""[{"level":1,"heading":"项目概况"},{"level":1,"heading":"评价结论"}]""", 1, 1, 1)]
    [InlineData("""[{"level":0,"heading":"封面"},{"level":1,"heading":"项目概况"},{"level":2,"heading":"评价结论"},{"level":2,"heading":"一是资金来源单一"}]""", 2, 0, 0)]
    public void TheOutlineIsLevelsAndHeadingsWithoutTheHeadsOfItems(string sections, int right, int wrong, int missed) =>
        Assert.Equal(new MatchCount(right, wrong, missed), Judged.Strict(
            """{"outline":[{"level":1,"heading":"项目概况"},{"level":2,"heading":"评价结论"}],"problems":["资金来源单一"]}""", $$"""{"sections":{{sections}}}""", "outline"));

    [Fact]
    public void SoftlyAHeadingOfAnotherLevelIsRightByHalf() => Assert.Equal(0.5, Judged.Soft(
        """{"outline":[{"level":1,"heading":"项目概况"}]}""", """{"sections":[{"level":2,"heading":"项目概况"}]}""", "outline").Right);

    [Theory]
    [InlineData("""[{"title":"甲办法","documentNumber":"财预〔2020〕10号"}]""", """[{"title":"另名","documentNumber":"财预[2020]10号"}]""", 1, 0, 0)]
    [InlineData("""[{"title":"〈甲〉办法","documentNumber":null}]""", """[{"title":"甲办法","documentNumber":null}]""", 1, 0, 0)]
    [InlineData("""[{"title":"甲","documentNumber":null},{"title":"乙","documentNumber":null}]""", """[{"title":"乙","documentNumber":null},{"title":"乙","documentNumber":null}]""", 1, 0, 1)]
    [InlineData("[]", """[{"title":"乙","documentNumber":null}]""", 0, 1, 0)]
    public void CitationsAreKnownByTheirNumbersElseByTheirTitles(string gold, string read, int right, int wrong, int missed) =>
        Assert.Equal(new MatchCount(right, wrong, missed), Judged.Strict($$"""{"citations":{{gold}}}""", $$"""{"citations":{{read}}}""", "citations"));

    [Theory]
    [InlineData("""{"kinds":["overview"],"heading":"概况","blocks":[{"type":"paragraph","text":"本项目建设十二处集中供水工程。"}]}""", 1, 0, 0)]
    [InlineData("""{"kinds":["funding"],"heading":"概况","blocks":[{"type":"paragraph","text":"本项目建设十二处集中供水工程。"}]}""", 0, 1, 1)]
    [InlineData("""{"kinds":["overview"],"heading":"概况","blocks":[{"type":"paragraph","text":"本项目建设十二处。"}]}""", 0, 1, 1)]
    [InlineData("""{"kinds":["overview"],"heading":"概况","blocks":[{"type":"table"}],"children":[{"heading":"本项目","blocks":[{"type":"paragraph","text":"建设十二处集中供水工程"}]}]}""", 1, 0, 0)]
    [InlineData("""{"kinds":["Cover"],"blocks":[{"type":"paragraph","text":"甲"}]}""", 0, 0, 1)]
    public void ASectionIsRightWhereKindsAreEqualAndTextIsAlike(string section, int right, int wrong, int missed) =>
        Assert.Equal(new MatchCount(right, wrong, missed), Judged.Strict(
            """{"sections":[{"kinds":["overview"],"heading":"概况","text":"本项目建设十二处集中供水工程。"}]}""", $$"""{"sections":[{{section}}]}""", "sections"));
}
