using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>Pages in the shapes that publishing systems give them: of each only the article is the document.</summary>
public sealed class HtmlPageTests
{
    private const string Article = "<p>一、项目基本情况</p><p>　　本项目由某镇人民政府组织实施，年初预算批复专项经费36.8万元，实际支出40.18万元，绩效目标基本完成。</p><p>二、绩效评价结论</p><p>　　经评价小组综合评议，本项目绩效自评得分94.5分，评价等级为优。</p>";
    private static readonly string[] Expected = ["一、项目基本情况", "本项目由某镇人民政府组织实施，年初预算批复专项经费36.8万元，实际支出40.18万元，绩效目标基本完成。", "二、绩效评价结论", "经评价小组综合评议，本项目绩效自评得分94.5分，评价等级为优。"];

    [Theory]
    [InlineData("<div id='zoom'>{0}</div>")]
    [InlineData("<div class='TRS_Editor'><div class='Custom_UnionStyle'>{0}</div></div>")]
    [InlineData("<div class='main'><div class='left'><ul><li><a href='#'>政策文件</a></li></ul></div><div class='article-content'>{0}</div></div>")]
    [InlineData("<div id='UCAP-CONTENT' class='pages_content'>{0}</div>")]
    [InlineData("<table width=1000><tr><td><div id='vsb_content'>{0}</div></td></tr></table>")]
    [InlineData("<form id='aspnetForm'><input type=hidden value=x><div class='wp_articlecontent'>{0}</div></form>")]
    [InlineData("<div><div>{0}</div></div>")]
    [InlineData("{0}")]
    public void TheArticleIsFoundAndTheFrameLeftOut(string place)
    {
        var page = "<html><head><title>站</title></head><body><div class='header'><div class='nav'><a href='/'>首页</a><a href='/zwgk'>政务公开</a></div></div><div class='dqwz'>您当前位置：<a>首页</a> &gt; <a>财政</a></div>"
            + place.Replace("{0}", Article, StringComparison.Ordinal)
            + "<div class='share'>分享到：<a>微信</a></div><div class='footer'>版权所有：某县人民政府 网站标识码：5301000000</div></body></html>";

        Assert.Equal(Expected, TextReading.Html(page).Lines());
    }

    [Fact]
    public void WhatThePageSaysAboutTheDocumentIsMetadataInOrder()
    {
        const string table = "<table class='info'><tr><td>索引号：</td><td>00001-2021-058</td><td>发布机构：</td><td>区财政局</td></tr><tr><td>文　　号：</td><td></td><td>发布日期：</td><td>2021-09-01</td></tr></table>";
        var document = TextReading.Html($"<title>某报告_某县人民政府</title><body>{table}<div id=zoom>{Article}</div>");

        Assert.Equal([new("title", "某报告_某县人民政府"), new("索引号", "00001-2021-058"), new("发布机构", "区财政局"), new("文号", ""), new("发布日期", "2021-09-01")], document.Metadata);
        Assert.Equal(Expected, document.Lines());
        Assert.Equal(document.Metadata, TextReading.Html($"<title>某报告_某县人民政府</title><body><div id=zoom>{table}{Article}</div>").Metadata);
    }

    [Fact]
    public void MetadataOnOneLineOrInAListIsRecognised()
    {
        var document = TextReading.Html($"<body><div class='article'><div class='x'>发布时间：2022-03-01 10:20 来源：县财政局 浏览次数：<span>123</span> 字号：[大 中 小]</div><ul><li><b>索 引 号：</b>0001-02</li><li><b>文　　号：</b>县财〔2022〕1号</li></ul>{Article}</div>");

        Assert.Equal([new("发布时间", "2022-03-01 10:20"), new("来源", "县财政局"), new("浏览次数", "123"), new("索引号", "0001-02"), new("文号", "县财〔2022〕1号")], document.Metadata);
        Assert.Equal(Expected, document.Lines());
    }

    [Theory]
    [InlineData("<p>来源：财政拨款和自筹。</p>")]
    [InlineData("<p>文号：县财〔2022〕1号</p>")]
    [InlineData("<p>适老化改造于11月完成，按期完成。</p>")]
    [InlineData("<p>主要信息来源：统计年鉴</p>")]
    public void LinesOfTheDocumentAreNotTakenForTheFrame(string line) => Assert.Equal(5, TextReading.Html($"<div id=zoom>{line}{Article}</div>").Blocks.Count);

    [Fact]
    public void ATitlePrintedAboveTheArticleBelongsToIt()
    {
        var page = $"<html><head><title>某镇2021年专项经费绩效自评报告-某县人民政府</title></head><body><div class=content><h1>某镇2021年专项经费绩效自评报告</h1><div id=zoom>{Article}{Article}{Article}</div></div></body></html>";

        Assert.Equal("某镇2021年专项经费绩效自评报告", TextReading.Html(page).Lines()[0]);
    }

    [Fact]
    public void AnArticleWithATitleOfItsOwnGetsNoSecondOne()
    {
        var page = $"<html><head><title>关于公开自评报告的公告</title></head><body><h1>关于公开自评报告的公告</h1><div id=zoom><p align=center>某镇2021年专项经费绩效自评报告</p>{Article}</div></body></html>";

        Assert.Equal("某镇2021年专项经费绩效自评报告", TextReading.Html(page).Lines()[0]);
    }
}
