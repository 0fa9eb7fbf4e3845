using Xunit;

namespace PerfEval.Parsing.Evaluation.Tests.Judging;

public sealed class ScalarJudgeTests
{
    [Theory]
    [InlineData("""{"title":"甲"}""", """{"title":"甲"}""", 1, 0, 0)]
    [InlineData("""{"title":"甲"}""", """{"title":"乙"}""", 0, 1, 1)]
    [InlineData("""{"title":"甲"}""", """{"title":null}""", 0, 0, 1)]
    [InlineData("""{"title":"甲"}""", "{}", 0, 0, 1)]
    [InlineData("""{"title":null}""", """{"title":"乙"}""", 0, 1, 0)]
    [InlineData("""{"title":null}""", """{"title":""}""", 0, 0, 0)]
    [InlineData("{}", """{"title":"乙"}""", 0, 0, 0)]
    [InlineData("""{"title":"项目（一期）：Ａ"}""", """{"title":"项目 (一期):A"}""", 1, 0, 0)]
    [InlineData("""{"title":"“甲”—乙[1]"}""", """{"title":"\"甲\"–乙〔1〕"}""", 1, 0, 0)]
    [InlineData("""{"title":{"oneOf":["甲","乙"]}}""", """{"title":"乙"}""", 1, 0, 0)]
    [InlineData("""{"title":{"oneOf":["甲",null]}}""", """{"title":null}""", 0, 0, 0)]
    [InlineData("""{"title":{"oneOf":["甲",null]}}""", """{"title":"丙"}""", 0, 1, 1)]
    public void AValueIsRightWrongOrMissed(string gold, string parsed, int right, int wrong, int missed) =>
        Assert.Equal(new MatchCount(right, wrong, missed), Judged.Strict(gold, parsed, "title"));

    [Theory]
    [InlineData("""{"funding":null}""", """{"funding":{"budget":5}}""", 0, 1, 0)]
    [InlineData("""{"funding":{"budget":5}}""", """{"funding":null}""", 0, 0, 1)]
    [InlineData("""{"funding":{"spent":5}}""", """{"funding":{"budget":5}}""", 0, 0, 0)]
    [InlineData("""{"funding":{"budget":800000}}""", """{"funding":{"budget":800000.00}}""", 1, 0, 0)]
    [InlineData("""{"funding":{"budget":0.00004}}""", """{"funding":{"budget":0}}""", 1, 0, 0)]
    public void WhatIsNullSaysThatItsFieldsAreNull(string gold, string parsed, int right, int wrong, int missed) =>
        Assert.Equal(new MatchCount(right, wrong, missed), Judged.Strict(gold, parsed, "funding.budget"));

    [Theory]
    [InlineData("农村道路养护项目", "农村道路养护", true)]
    [InlineData("扶贫专项资金", "扶贫", true)]
    [InlineData("扶贫资金项目", "扶贫", false)]
    public void AProjectsNameMayEndWithItsKind(string gold, string parsed, bool right) =>
        Assert.Equal(right, Judged.Strict($$"""{"projectName":"{{gold}}"}""", $$"""{"projectName":"{{parsed}}"}""", "projectName").IsPerfect);

    [Theory]
    [InlineData("evaluatedUnit", "\"石桥镇人民政府\"", "\"石桥镇政府\"", 6.0 / 10)]
    [InlineData("evaluatedUnit", "\"石桥镇人民政府\"", "\"梧桐县财政局\"", 0)]
    [InlineData("subject", "\"project\"", "\"projects\"", 0)]
    [InlineData("reportDate", "\"2024-03-28\"", "\"2024-03\"", 0.5)]
    [InlineData("reportDate", "\"2024-03-28\"", "\"2024\"", 0.5)]
    [InlineData("reportDate", "\"2024-03-28\"", "\"2024-02\"", 0)]
    [InlineData("fiscalYears", "[2021,2022]", "[2022]", 2.0 / 3)]
    public void NearValuesCountInPart(string field, string gold, string parsed, double credit)
    {
        var (report, other) = ($$"""{"{{field}}":{{gold}}}""", $$"""{"{{field}}":{{parsed}}}""");

        Assert.Equal(new MatchCount(0, 1, 1), Judged.Strict(report, other, field));
        Assert.Equal(credit, Judged.Soft(report, other, field).Right, 12);
        Assert.Equal(1 - credit, Judged.Soft(report, other, field).Missed, 12);
    }

    [Theory]
    [InlineData("57021804.78", "57021800", true)]
    [InlineData("0.9641", "0.964", true)]
    [InlineData("0.9641", "0.97", false)]
    [InlineData("460000", "500000", false)]
    [InlineData("89.5", "90", false)]
    [InlineData("100", "0", false)]
    public void NumbersWithinRoundingAreNear(string gold, string parsed, bool near) =>
        Assert.Equal(near ? 1 : 0, Judged.Soft($$$"""{"funding":{"spent":{{{gold}}}}}""", $$$"""{"funding":{"spent":{{{parsed}}}}}""", "funding.spent").Right);

    [Fact]
    public void AMissSaysWhereTheWrongValueWasRead()
    {
        var report = Judged.Report("""{"score":{"value":92}}""", """{"score":{"value":82},"evidence":{"/score/value":{"text":"82分","page":3,"block":7}}}""");

        Assert.Equal(new Miss("score.value", "92", "82") { Pointer = "/score/value", Place = new ReadPlace("82分", "page 3") }, Assert.Single(report.Misses));
        Assert.False(report.IsPerfect);
    }
}
