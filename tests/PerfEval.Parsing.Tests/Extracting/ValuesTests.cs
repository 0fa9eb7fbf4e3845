using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Extracting;

public sealed class ValuesTests
{
    [Theory]
    [InlineData("安排15万元", 150000)]
    [InlineData("共1,286.00万元", 12860000)]
    [InlineData("计22.66亿元", 2266000000)]
    [InlineData("支出57511795.36元", 57511795.36)]
    [InlineData("下达２０２６４００元", 2026400)]
    [InlineData("计９２６５．３５万元", 92653500)]
    [InlineData("约3千元", 3000)]
    [InlineData("282,796.90万元", 2827969000)]
    public void AmountsAreReadInYuan(string text, double yuan) => Assert.Equal((decimal)yuan, Assert.Single(Amounts.Find(text)).Value);

    [Theory]
    [InlineData("单价25元/人次")]
    [InlineData("合计10万人")]
    [InlineData("多元化投入")]
    public void WhatBearsNoAmountGivesNone(string text) => Assert.Empty(Amounts.Find(text));

    [Theory]
    [InlineData("92.5%", 0.925)]
    [InlineData("100％", 1)]
    [InlineData("97.27", 0.9727)]
    [InlineData("0.98", 0.98)]
    public void RatesAreFractions(string text, double rate) => Assert.Equal((decimal)rate, Amounts.Rate(text));

    [Theory]
    [InlineData("财预〔2020〕10号", "财预〔2020〕10号", false)]
    [InlineData("国发[2015]7号", "国发〔2015〕7号", false)]
    [InlineData("池政【2015】25号", "池政〔2015〕25号", false)]
    [InlineData("豫财农（2017）8号", "豫财农〔2017〕8号", false)]
    [InlineData("保财绩﹝2022﹞4号", "保财绩〔2022〕4号", false)]
    [InlineData("川财社〔2020165号", "川财社〔2020〕165号", true)]
    [InlineData("东政办发〔2019〕92）号", "东政办发〔2019〕92号", true)]
    [InlineData("渝财建〔2024246", "渝财建〔2024〕246号", true)]
    [InlineData("国务院令第712号", "国务院令第712号", false)]
    [InlineData("（交通运输部令2015年第22号）", "交通运输部令2015年第22号", false)]
    [InlineData("（住房和城乡建设部令 2013年 第２号）", "住房和城乡建设部令2013年第2号", false)]
    [InlineData("（国务院第712号令）", "国务院第712号令", false)]
    [InlineData("（国家发展改革委2016年第39号令）", "国家发展改革委2016年第39号令", false)]
    public void DocumentNumbersAreBroughtToTheirNormalForm(string text, string number, bool repaired)
    {
        var found = Assert.Single(DocumentNumber.Find(text));

        Assert.Equal(number, found.Text);
        Assert.Equal(repaired, found.IsRepaired);
    }

    [Theory]
    [InlineData("根据财政部令第81号", "财政部令第81号")]
    [InlineData("按照国家发展和改革委员会令2016年第39号", "国家发展和改革委员会令2016年第39号")]
    public void WordsBeforeAnOrdersAgencyDoNotBelongToIt(string text, string number) =>
        Assert.Equal((number, text.Length - number.Length, number.Length), Assert.Single(DocumentNumber.Find(text)) is var found ? (found.Text, found.Start, found.Length) : default);

    [Theory]
    [InlineData("第二批以桂财教〔2022〕76号文件下达", "桂财教〔2022〕76号")]
    [InlineData("按照皖财绩〔2021〕3号要求", "皖财绩〔2021〕3号")]
    [InlineData("根据县财政局蒸财绩〔2020〕86号", "蒸财绩〔2020〕86号")]
    public void WordsBeforeTheAgencyCodeDoNotBelongToTheNumber(string text, string number) => Assert.EndsWith(number, Assert.Single(DocumentNumber.Find(text)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("2022年9月16日", 2022, 9, 16)]
    [InlineData("二〇二二年九月十六日", 2022, 9, 16)]
    [InlineData("二○二三年九月二十八日", 2023, 9, 28)]
    [InlineData("2019年06月18日", 2019, 6, 18)]
    [InlineData("2017 年7 月 15  日", 2017, 7, 15)]
    [InlineData("二○一九年四月", 2019, 4, null)]
    [InlineData("2020年8月", 2020, 8, null)]
    [InlineData("2024-09-20", 2024, 9, 20)]
    [InlineData("２０２４年９月２日", 2024, 9, 2)]
    public void DatesAreReadAsPreciselyAsTheyArePrinted(string text, int year, int month, int? day)
    {
        Assert.True(ChineseDate.TryFind(text, out var y, out var m, out var d, out _, out _));
        Assert.Equal((year, month, day), (y, m, d));
    }

    [Theory]
    [InlineData("2020年度项目", new[] { 2020 })]
    [InlineData("2018—2020年专项资金", new[] { 2018, 2019, 2020 })]
    [InlineData("2017-2019年度", new[] { 2017, 2018, 2019 })]
    [InlineData("2018年—2020年", new[] { 2018, 2019, 2020 })]
    [InlineData("2019、2020年度", new[] { 2019, 2020 })]
    [InlineData("（2022年度）", new[] { 2022 })]
    [InlineData("三年行动", new int[0])]
    public void YearsAreReadFromTitles(string text, int[] years) => Assert.Equal(years, FiscalYears.Read(text));

    [Theory]
    [InlineData("昆明市东川区汤丹镇人民政府2020年基层安全生产专项经费项目支出绩效评价报告", "昆明市东川区汤丹镇人民政府", "基层安全生产专项经费")]
    [InlineData("淮北市烈山区2021年度城市社区居家养老服务补助项目绩效评价报告", null, "城市社区居家养老服务补助项目")]
    [InlineData("甲县农业农村局关于2022年度蔬菜基地管护补助项目绩效自评的报告", "甲县农业农村局", "蔬菜基地管护补助项目")]
    [InlineData("乙市图书馆免费开放项目2021年度绩效自评报告", "乙市图书馆", "免费开放项目")]
    [InlineData("财政支出项目绩效评价报告", null, null)]
    public void TheProjectIsWhatATitleLeaves(string title, string? unit, string? project) => Assert.Equal(project, ProjectExtractor.FromTitle(title, unit, ReportVocabulary.Default.Titles));
}
