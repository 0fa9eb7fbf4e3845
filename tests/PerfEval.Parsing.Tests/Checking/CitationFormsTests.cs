using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

public sealed class CitationFormsTests
{
    [Theory]
    [InlineData("依据《项目支出绩效评价管理办法》（财预〔2020〕10号）开展。", "")]
    [InlineData("依据《财政部关于印发《项目支出绩效评价管理办法》的通知》（财预[2020]10号）开展。", "")]
    [InlineData("依据《项目支出绩效评价管理办法（财预〔2020〕10号）开展。", "PE4060")]
    [InlineData("依据项目支出绩效评价管理办法》开展。", "PE4060")]
    [InlineData("按国发〔20xx〕7号要求执行。", "PE4061")]
    [InlineData("按财预〔2020〕号要求执行。", "PE4061")]
    [InlineData("按国发[202]7号要求执行。", "PE4061")]
    [InlineData("按财预〔1920〕10号要求执行。", "PE4061")]
    [InlineData("按渝财建〔2024〕246号要求执行。", "")]
    [InlineData("达到《生活饮用水卫生标准》（GB 5749-2022）的要求，共〔见附件〕5项。", "PE4061")]
    public void CitationsAreWellFormed(string sentence, string ids) => Assert.Equal(ids, string.Concat(Of(sentence).Ids()));

    [Fact]
    public void OneNumberHasOneTitle()
    {
        var finding = Assert.Single(Of("依据《项目支出绩效评价管理办法》（财预〔2020〕10号）和《中央部门预算绩效目标管理办法》（财预〔2020〕10号）。").Findings);

        Assert.Equal("PE4062", finding.Id);
        Assert.Equal(["项目支出绩效评价管理办法", "中央部门预算绩效目标管理办法"], finding.Compared.Select(c => c.Value));
    }

    [Fact]
    public void ADocumentAndTheNoticeThatIssuesItAreOne() =>
        Assert.Empty(Of("依据《关于印发〈项目支出绩效评价管理办法〉的通知》（财预〔2020〕10号），即《项目支出绩效评价管理办法》（财预〔2020〕10号）。").Findings);

    private static CheckNotes Of(string sentence) => Checked.Of<CitationForms>(new PerformanceReport(), "一、评价依据\n" + sentence);
}
