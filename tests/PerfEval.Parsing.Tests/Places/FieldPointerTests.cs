using System.Linq.Expressions;
using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Tests.Places;

public sealed class FieldPointerTests
{
    [Fact]
    public void MembersAndItemsAreSteps()
    {
        Assert.Equal("", Of(r => r));
        Assert.Equal("/fiscalYears/0", Of(r => r.FiscalYears[0]));
        Assert.Equal("/funding/lines/1/executionRate", Of(r => r.Funding!.Lines[1].ExecutionRate));
        Assert.Equal("/sections/0/children/3/heading", Of(r => r.Sections[0].Children[3].Heading));
    }

    [Fact]
    public void TheValueOfANullableIsTheFieldItself() => Assert.Equal("/funding/executionRate", Of(r => r.Funding!.ExecutionRate!.Value));

    [Fact]
    public void AConversionChangesNothing() => Assert.Equal("/score/value", Of(r => (object)r.Score!.Value));

    [Fact]
    public void AnIndexMayBeAVariable()
    {
        var i = 4;

        Assert.Equal("/citations/4/title", Of(r => r.Citations[i].Title));
        for (var j = 0; j < 2; j++)
            foreach (var k in new[] { 5, 6 })
                Assert.Equal($"/sections/{i}/children/{j}/blocks/{k}", Of(r => r.Sections[i].Children[j].Blocks[k]));
    }

    [Fact]
    public void WhatNamesNoFieldIsAWrongCall()
    {
        var i = 1;

        Assert.Throws<ArgumentException>(() => Of(r => r.Citations.Where(c => c.Title != null)));
        Assert.Throws<ArgumentException>(() => Of(r => r.Title + "x"));
        Assert.Throws<ArgumentException>(() => Of(_ => "constant"));
        Assert.Throws<ArgumentException>(() => Of(r => r.Citations[i + 1].Title));
    }

    private static string Of<T>(Expression<Func<PerformanceReport, T>> field) => FieldPointer.Of(field);
}
