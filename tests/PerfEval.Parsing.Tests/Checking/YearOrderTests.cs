using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

public sealed class YearOrderTests
{
    [Theory]
    [InlineData("2022", "2023-03-12", "")]
    [InlineData("2022", "2022-12", "")]
    [InlineData("2022", "2021-03-12", "PE4040")]
    [InlineData("2019 2020 2021 2022 2023", "2021-06", "PE4041")]
    [InlineData("2012", "2017", "")]
    [InlineData("2012", "2018", "PE4042")]
    [InlineData("1922", "2023", "PE4043PE4042")]
    [InlineData("2018 2020", "2021", "PE4044")]
    [InlineData("2022", "0202", "PE4043")]
    public void AnEvaluationComesAfterWhatItEvaluates(string years, string date, string ids) => Assert.Equal(ids, string.Concat(Of(years, date).Ids()));

    [Fact]
    public void YearsAndDateInOrderConfirmEachOther() => Assert.Equal(["/fiscalYears", "/reportDate"], Of("2022", "2023-03-12").Confirmed.Order());

    [Fact]
    public void APlanComesBeforeItsYear() => Assert.Empty(Of("2023", "2022-11", mode: EvaluationMode.GoalSetting).Findings);

    [Fact]
    public void ADocumentOfALaterYearCannotHaveBeenCited()
    {
        var finding = Assert.Single(Of("2020", "2021-03", "一、评价依据\n《关于做好中央财政转移支付绩效自评工作的通知》（财监〔2022〕4号）、《预算法》（国发〔2021〕5号）。").Findings);

        Assert.Equal("PE4045", finding.Id);
        Assert.Equal(["财监〔2022〕4号", "2021-03"], finding.Compared.Select(c => c.Value));
    }

    private static CheckNotes Of(string years, string date, string text = "正文。", EvaluationMode mode = EvaluationMode.SelfEvaluation)
    {
        Assert.True(PartialDate.TryParse(date, out var parsed));
        return Checked.Of<YearOrder>(new PerformanceReport { Mode = mode, ReportDate = parsed, FiscalYears = [.. years.Split(' ').Select(int.Parse)] }, text);
    }
}
