using CsCheck;
using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Extracting;

/// <summary>The cheap question before a dear search never turns away what the search would find.</summary>
public class CheapQuestionTests
{
    // Pieces of which scores, grades, scales and document numbers are made, so that random texts of them often match.
    private static readonly Gen<string> Texts = Gen.OneOf(
        "90", "80.5", "100", "7", "９２", "分", "分（", "满分", "总分", "得分", "综合得分", "为", "是", "：", ":", " ", "\u3000", "（", "）", "(", ")", "[", "]", "〔", "〕", "【", "】", "﹝", "﹞", "［", "，", "。", "、", ",",
        "以上", "以下", "及", "含", "不含", "不足", "不到", "未满", "低于", "不低于", "大于等于", "超过", "≥", "≤", "<", ">", "=", "-", "—", "至", "到", "～", "其余", "优", "优秀", "良", "良好", "中", "合格", "较差", "差", "低", "A",
        "等级", "评价等级", "属于", "评定", "绩效", "自评", "级", "等", "的评价", "2020", "1998", "号", "令", "第", "财预", "国务院", "财政部", "年", "函", "办", "xx", "\n", "”", "“").Array[1, 14].Select(string.Concat);

    /// <summary>A grade in a sentence.</summary>
    [Fact]
    public void GradesAreNotMissed() => Texts.Sample(text =>
    {
        var patterns = ReportVocabulary.Default.Grades.Patterns;
        if (patterns.InSentence.IsMatch(text))
            Assert.True(patterns.MayHold(text), text);
    });

    /// <summary>A grade of a pack's own words.</summary>
    [Fact]
    public void GradesOfAPackAreNotMissed()
    {
        var patterns = GradePatterns.Of(["卓越"]);
        Assert.Matches(patterns.InSentence, "评价等级为卓越。");
        Assert.True(patterns.MayHold("评价等级为卓越。"));
        Assert.True(patterns.MayHold("评价等级为优。"));
        Assert.False(patterns.MayHold("项目单位优先安排卓越班的经费"));
    }

    /// <summary>Points in prose: scores, scores behind their points, full marks.</summary>
    [Fact]
    public void PointsAreNotMissed() => Texts.Sample(text =>
    {
        var narrow = ChineseText.Narrow(text);
        if (ScoreReading.Score().IsMatch(narrow) || ScoreReading.Inverted().IsMatch(narrow) || ScoreReading.FullMark().IsMatch(narrow))
            Assert.True(Points.AreIn(text), text);
    });

    /// <summary>A stretch of a scale; what is left of one (其余) needs another before it.</summary>
    [Fact]
    public void StretchesAreNotMissed() => Texts.Sample(text =>
    {
        var narrow = ChineseText.Narrow(text);
        if (GradeScaleReading.Points().Matches(narrow).Any(m => !m.Groups["rest"].Success))
            Assert.True(GradeScaleReading.MayHold(narrow), text);
    });

    /// <summary>A document number, and what only looks like one.</summary>
    [Fact]
    public void DocumentNumbersAreNotMissed() => Texts.Sample(text =>
    {
        var narrow = ChineseText.Narrow(text);
        if (DocumentNumber.Number().IsMatch(narrow))
            Assert.True(DocumentNumber.OpensYear(narrow), text);
        if (CitationForms.Numberlike().IsMatch(narrow))
            Assert.True(CitationForms.MayHoldNumberlike(text), text);
    });

    /// <summary>What is kept of a cell's text is what the vocabulary says of it.</summary>
    [Theory]
    [InlineData("三级指标")]
    [InlineData("年度预算数（万元）")]
    [InlineData("主管部门：")]
    [InlineData("总分")]
    [InlineData("")]
    [InlineData("建成农村供水工程，解决了居民的饮水困难，工程质量达到设计要求，验收一次合格，群众对水质和水量表示满意，管护制度健全")]
    public void CellsAreWhatTheVocabularySays(string text)
    {
        var (words, columns, labels) = (new CellWords(ReportVocabulary.Default), ReportVocabulary.Default.Columns, ReportVocabulary.Default.Labels);
        var expected = new CellWord(columns.Indicator.FieldOf(text), columns.Funding.FieldOf(text), labels.FieldOf(text), columns.Indicator.IsListed(text), columns.Funding.IsListed(text));
        Assert.Equal(expected, words.Of(text));
        Assert.Equal(expected, words.Of(text));
    }

    /// <summary>A figure that fills a cell is read whatever stands around it; a word is none.</summary>
    [Theory]
    [InlineData(" 1,200.5 分", 1200.5)]
    [InlineData("\u200B９５", 95.0)]
    [InlineData("-3", -3.0)]
    [InlineData("约95", null)]
    [InlineData("", null)]
    [InlineData("   ", null)]
    public void FiguresAreRead(string cell, double? value) => Assert.Equal((decimal?)value, Amounts.Whole(cell));

    /// <summary>The bits of a section's kinds fit.</summary>
    [Fact]
    public void KindsFitTheirBits() => Assert.True(Enum.GetValues<Model.SectionKind>().Max(k => (int)k) < 64);
}
