using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Tests.Places;

public sealed class EvidenceIndexTests
{
    private static readonly EvidenceIndex Index = [Entry("/title"), Entry("/score/value"), Entry("/score/fullMark"), Entry("/indicators/2/score"), Entry("/indicators/20/score"), Entry("/fiscalYears"), Entry("/title", "/later")];

    [Fact]
    public void AFieldIsFoundByItsPointer() => Assert.Equal("/title", Index.For("/title")!.Text);

    [Fact]
    public void AFieldIsFoundByItsName()
    {
        Assert.Equal("/title", Index.For(r => r.Title)!.Text);
        Assert.Equal("/score/fullMark", Index.For(r => r.Score!.FullMark)!.Text);
        Assert.Equal("/fiscalYears", Index.For(r => r.FiscalYears)!.Text);
    }

    [Fact]
    public void AnItemIsFoundByAVariable()
    {
        for (var i = 2; i <= 20; i += 18)
            Assert.Equal($"/indicators/{i}/score", Index.For(r => r.Indicators[i].Score)!.Text);
    }

    [Fact]
    public void WhatHasNoneOfItsOwnGivesTheFirstBelow()
    {
        Assert.Equal("/score/value", Index.For(r => r.Score)!.Text);
        Assert.Equal("/indicators/2/score", Index.For("/indicators")!.Text);
    }

    [Fact]
    public void APointerThatBeginsAnotherIsNotAboveIt()
    {
        Assert.Equal(["/indicators/2/score"], Index.Under("/indicators/2").Select(e => e.Pointer));
        Assert.Null(Index.For("/sco"));
    }

    [Fact]
    public void WhatTheReportDoesNotSayHasNone() => Assert.Null(Index.For(r => r.Evaluator));

    [Fact]
    public void ThePointerOfEverythingIsEmpty() => Assert.Equal(Index.Count, Index.Under("").Count());

    [Fact]
    public void NoPointerIsAWrongCall()
    {
        Assert.Throws<ArgumentNullException>(() => Index.For((string)null!));
        Assert.Throws<ArgumentNullException>(() => Index.Under(null!));
    }

    [Fact]
    public void IndexesOfEqualEntriesAreEqual()
    {
        EvidenceIndex same = [.. Index];

        Assert.Equal(Index, same);
        Assert.Equal(Index.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Index, [.. Index.Skip(1)]);
        Assert.Equal(new PerformanceReport { Evidence = Index }, new PerformanceReport { Evidence = same });
    }

    private static EvidenceEntry Entry(string pointer, string? text = null) => new(pointer, new Evidence { Text = text ?? pointer });
}
