using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using Xunit;
using static PerfEval.Parsing.Tests.Support.BlockReading;

namespace PerfEval.Parsing.Tests.Extracting;

public sealed class FundingEvidenceTests
{
    private static readonly string[][] Form =
    [
        ["项目名称", "某项目", "", "", "", "", ""],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率"],
        ["", "年度资金总额", "100", "120.5", "110", "10", "91.29%"],
        ["", "其中：财政拨款", "90", "110.5", "100", "", "90.5%"],
    ];

    [Fact]
    public void AFormsFigureComesWithTheUnitOfItsHead()
    {
        var read = Read(Table(Form));

        Assert.Equal((1205000m, "funding.form"), (read.Report.Funding?.Budget, read.Evidence("/funding/budget").Rule));
        Assert.Equal(["120.5", "万元"], read.Texts("/funding/budget"));
        Assert.Equal((3, 4), (read.Evidence("/funding/budget").Row, read.Evidence("/funding/budget").Column));
        Assert.Equal(["91.29%"], read.Texts("/funding/executionRate"));
        Assert.Equal("funding.mark", read.Evidence("/funding/fullMark").Rule);
    }

    [Fact]
    public void TheNameOfALineIsWithoutTheWordBeforeIt()
    {
        var read = Read(Table(Form));

        Assert.Equal("财政拨款", read.Report.Funding?.Lines[0].Name);
        Assert.Equal("财政拨款", read.Evidence("/funding/lines/0/name").Text);
        Assert.Equal(["110.5", "万元"], read.Texts("/funding/lines/0/budget"));
    }

    [Fact]
    public void AUnitThatNothingStatesIsSaidToBeAssumed()
    {
        var read = Read(Table([["项目名称", "某项目", "", "", ""], ["资金情况", "", "全年预算数", "全年执行数", "执行率"], ["", "年度资金总额", "120.5", "110", "91%"]]));

        Assert.Equal((1205000m, "funding.form.unitAssumed"), (read.Report.Funding?.Budget, read.Evidence("/funding/budget").Rule));
        Assert.Equal(["120.5"], read.Texts("/funding/budget"));
        Assert.Equal("funding.form", read.Evidence("/funding/executionRate").Rule);
    }

    [Fact]
    public void TheUnitOfABodysTableMayStandInItsCaption()
    {
        var read = Read(
            new Paragraph { Text = "一、项目资金情况" },
            new Paragraph { Text = "表1 资金情况表（单位：元）" },
            Table(["资金来源", "全年预算数", "到位数", "支出数"], ["中央资金", "300", "300", "200"], ["合计", "300", "300", "200"]));

        Assert.Equal(["200", "元"], read.Texts("/funding/spent"));
        Assert.Equal((1, "funding.body"), (read.Evidence("/funding/spent").More[0].Block, read.Evidence("/funding/spent").Rule));
    }

    [Fact]
    public void AnAmountOfProseIncludesItsUnit()
    {
        var read = Read("一、项目资金情况", "项目预算安排100万元，实际到位90万元，其中：省级补助资金60万元，县级配套资金30万元；实际支出80万元，预算执行率80%。");

        Assert.Equal(("80万元", "funding.prose"), (read.Evidence("/funding/spent").Text, read.Evidence("/funding/spent").Rule));
        Assert.Equal(("省级补助资金", "60万元"), (read.Evidence("/funding/lines/0/name").Text, read.Evidence("/funding/lines/0/received").Text));
        Assert.Equal("县级配套资金", read.Evidence("/funding/lines/1/name").Text);
        Assert.Equal("80%", read.Evidence("/funding/executionRate").Text);
        Assert.Equal("funding.prose.planned", read.Evidence("/funding/budget").Rule);
    }

    [Fact]
    public void ASourceGivesMoneyAndSpendsNone()
    {
        var read = Read("一、项目资金情况", "全年预算140万元，实际支出120万元。资金来源为中央资金80万元、县级资金60万元。");

        Assert.Equal(("80万元", "60万元"), (read.Evidence("/funding/lines/0/budget").Text, read.Evidence("/funding/lines/1/budget").Text));
    }

    [Fact]
    public void WhatIsPassedOverIsToldWithItsReason()
    {
        var read = Read(
            "2023年某项目支出绩效评价报告", "一、项目资金情况",
            "2023年年初预算100万元，追加预算20万元，调整后预算120万元，其中：省级补助资金60万元。“三公”经费年初预算3万元。2022年实际支出70万元。2023年实际支出80万元。");

        Assert.Equal([("1200000", null), ("600000", "part")], Weighed("/funding/budget").Where(c => c.Item1 is "1200000" or "600000"));
        Assert.Equal([("1000000", null), ("30000", "excluded")], Weighed("/funding/initialBudget"));
        Assert.Equal([("700000", "otherYear"), ("800000", null)], Weighed("/funding/spent"));

        IEnumerable<(string, string?)> Weighed(string pointer) => read.Candidates(pointer).Select(c => (c.Value, c.Lost));
    }

    [Fact]
    public void ProseIsWeighedBesideTheFormThatWins()
    {
        var read = Read([new Paragraph { Text = "一、项目资金情况" }, new Paragraph { Text = "全年预算数为130万元。" }, new Paragraph { Text = "附件1 自评表" }, Table(Form)]);

        Assert.Equal(1205000m, read.Report.Funding?.Budget);
        Assert.Equal([("1205000", "funding.form"), ("1300000", "funding.prose")], read.Candidates("/funding/budget").Select(c => (c.Value, c.Rule)));
        Assert.True(read.Candidates("/funding/budget").First().Strength > read.Candidates("/funding/budget").Last().Strength);
    }

    [Fact]
    public void OneSourcesMoneyIsAPartBesideTheWhole()
    {
        var read = Read("一、项目资金情况", "项目预算安排100万元。区级预算安排30万元。");

        Assert.Equal([("1000000", null), ("300000", "part")], read.Candidates("/funding/budget").Select(c => (c.Value, c.Lost)));
    }

    [Fact]
    public void ACarriedDownLevelStandsWhereItIsPrinted()
    {
        var read = Read(Table(
            ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"],
            ["产出指标（50分）", "数量指标", "指标1：养护 里程", "≥100公里", "101公里", "10", "10"],
            ["", "", "指标2：检查次数", "≥2次", "3次", "10", "9.5分"]));

        Assert.Equal(("产出指标", 2, 1), Cell("/indicators/1/level1"));
        Assert.Equal(("检查次数", 3, 3), Cell("/indicators/1/level3"));
        Assert.Equal(("养护 里程", 2, 3), Cell("/indicators/0/level3"));
        Assert.Equal(("9.5分", 3, 7), Cell("/indicators/1/score"));
        Assert.DoesNotContain(read.Report.Evidence, e => e.Pointer == "/indicators/0/deviation");

        (string, int?, int?) Cell(string pointer) => (read.Evidence(pointer).Text, read.Evidence(pointer).Row, read.Evidence(pointer).Column);
    }
}
