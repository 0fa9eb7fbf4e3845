using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Reading.PlainText;
using PerfEval.Parsing.Tests.Support.Places;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>Every character of a text file's blocks knows its line and offset, whatever was done to the text.</summary>
public sealed class TextPlacesTests
{
    [Theory]
    [InlineData("标题\r\n\r\n　　正文\r  另一段\n\t第三段\u2028第四段\v第五段\u0085第六段\f第七段")]
    [InlineData("\uFEFF\u00A0项\u200B目\u00AD名称\u00A0a  b\0\uFEFF \u3000\n下一行")]
    [InlineData("e\u0301te\u0301到了\u1112\u1161\u11AB字，\uF900与\U0002F800。\n完")]
    [InlineData("前[bookmark: _Toc1234]后\n见HYPERLINK \"http://example.org/a b\" \\l \"_Toc1\"附件\n<!--[if !supportLists]-->一、<!--[endif]-->基本情况")]
    [InlineData("甲\f— 3 —\n乙\n目录\n一、项目概况……1\n二、绩效分析……2\n三、结论……3")]
    [InlineData("表1\n一级\t二级\t分值\n产出 \t 数量\t10\n\t质量\t20\n合计\t\t30\n说明。")]
    [InlineData("甲\t\"第一\"\"行\"\"\n 第二行\"\n乙\t丙\n")]
    [InlineData("指标\t目标\t完成\t得分\n数量\t第一行\n\n第二行\n 第三行\t好\t5\n质量\t高\t高\t6\n")]
    [InlineData("┌──┬──┐\n│指标│分值│\n├──┼──┤\n│产出│10  │\n│指标│    │\n├──┼──┤\n│效益│20  │\n└──┴──┘\n正文。")]
    [InlineData("| a\\|b | c |\n|---|---|\n| d  | \\|e\\| |\n")]
    [InlineData("一级指标\n二级指标\n三级指标\n分值\n得分\n产出指标\n数量指标\n发放人数\n10\n9\n\n质量指标\n合格率\n20\n20\n效益指标\n社会效益\n知晓率\n10\n8\n")]
    public void EveryCharacterStandsAtItsOffset(string text)
    {
        var document = TextReading.Text(text);

        Assert.NotEmpty(document.Blocks);
        Assert.Empty(Strays(text, document));
    }

    [Fact]
    public void CharactersOfJoinedLinesStandOnTheirOwnLines()
    {
        var line = string.Concat(Enumerable.Repeat("绩效评价工作", 6));
        var text = string.Concat(Enumerable.Range(0, 6).Select(i => $"　　{line[2..]}\r\n{line}\r\n {line[..^1]} \r\n完成{i}。\r\n"));

        var document = TextReading.Text(text);

        Assert.Equal(6, document.Blocks.Count);
        Assert.Equal([1, 2, 3, 4], document.Blocks[0].Lines!.Lines.Select(l => l.Line));
        Assert.Empty(Strays(text, document));
    }

    [Fact]
    public void ASpaceBetweenJoinedWordsMovesNothing()
    {
        const string line = "the evaluation of the rural drinking water safety project";
        var text = string.Concat(Enumerable.Repeat($"{line} one\n{line} two\n{line} six\nshort end.\n\n", 5));

        var document = TextReading.Text(text);

        Assert.Equal(5, document.Blocks.Count);
        Assert.Contains("project one the", document.Blocks[0].Text, StringComparison.Ordinal);
        Assert.Empty(Strays(text, document));
    }

    [Fact]
    public void SpacesThatWereLineBreaksAreLeftOutOfTheCount()
    {
        var line = string.Concat(Enumerable.Repeat("绩效评价", 10));
        var text = string.Concat(Enumerable.Range(0, 5).Select(i => $"{line} {line} {line} 完成{i}。\n"));

        var document = TextReading.Text(text);

        Assert.DoesNotContain(' ', document.Blocks[0].Text);
        Assert.Empty(Strays(text, document));
    }

    [Fact]
    public void TheByteOrderMarkIsNotCounted()
    {
        foreach (var document in (SourceDocument[])[TextReading.Text("\uFEFF标题"), new PlainTextReader().Read("\uFEFF标题"u8.ToArray(), TextReading.Context())])
            Assert.Equal((1, 0), document.Blocks[0].Lines!.Find(0));
    }

    [Fact]
    public void AParsedTextsEvidenceHasLineAndOffset()
    {
        var evidence = ReportParser.Default.ParseText("某县农村饮水项目支出绩效评价报告\r\n\r\n一、评价结论\r\n　　综合得分89.5分，等级为良。\r\n").Evidence.For("/score/value")!;

        Assert.Equal("89.5", evidence.Text[..4]);
        Assert.Equal((4, 34), (evidence.Line, evidence.Offset));
    }

    [Fact]
    public void AFigureOfAWrittenReportStandsOnItsLine()
    {
        using var file = new MemoryStream();
        ReportWriters.For("txt").Write(new PerformanceReport { Title = "绩效评价报告", Sections = [new Section { Heading = "项目概况", Level = 1, Blocks = [new FigureContent()] }] }, file);

        var figure = Assert.Single(new PlainTextReader().Read(file.ToArray(), TextReading.Context()).Blocks.OfType<Figure>());

        Assert.Equal(figure.Path, $"line {figure.Lines!.Find(0).Line}");
    }

    [Fact]
    public void OtherFormatsHaveNoLines() => Assert.All(TextReading.Html("<p>甲</p>").Blocks, b => Assert.Null(b.Lines));

    private static IEnumerable<string> Strays(string text, SourceDocument document) => document.Blocks.Where(b => b.Text.Length > 0).SelectMany(new TextSource(text).Strays);
}
