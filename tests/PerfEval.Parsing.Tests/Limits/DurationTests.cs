using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using Xunit;

namespace PerfEval.Parsing.Tests.Limits;

public sealed class DurationTests
{
    [Theory]
    [InlineData("pdf of 200 pages")]
    [InlineData("docx of 100,000 paragraphs")]
    [InlineData("xlsx of 10,000 rows")]
    [InlineData("txt of 100,000 lines")]
    [InlineData("html of 5 MB")]
    [InlineData("csv of 100,000 rows")]
    [InlineData("md of 50,000 headings")]
    public void AParseThatTakesTooLongGivesAPartOrSaysSo(string name)
    {
        var bytes = LargeDocuments.Make(name);
        foreach (var milliseconds in new[] { 1, 40, 200 })
        {
            var parser = new ReportParser(new ReportParserOptions { Limits = new ParseLimits { MaxDuration = TimeSpan.FromMilliseconds(milliseconds) } });
            try
            {
                var result = parser.Parse(bytes);
                Assert.True(result.Status == ParseStatus.Complete || result.Diagnostics.Any(d => d.Limit == nameof(ParseLimits.MaxDuration)));
            }
            catch (UnreadableDocumentException e)
            {
                Assert.Equal(UnreadableReason.Timeout, e.Reason);
                Assert.Contains("ParseLimits.MaxDuration", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void WhatWasReadInTimeIsGiven()
    {
        // The text takes no time, the clock stands at its end at once: a reader that looks at it stops before its first line.
        var context = new ReadContext(new ParseLimits { MaxDuration = TimeSpan.FromTicks(1) }, new DiagnosticLog(), CancellationToken.None);
        Thread.Sleep(1);

        Assert.True(context.IsTimeUp());
        Assert.True(context.IsTimeUp());
        var noted = Assert.Single(context.Log.Items);
        Assert.Equal(DiagnosticCode.LimitReached, noted.Code);
        Assert.Contains("ParseLimits.MaxDuration", noted.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<OperationCanceledException>(context.Step);
    }

    [Fact]
    public void WithoutALimitTimeIsNeverUp()
    {
        var context = new ReadContext(ParseLimits.Default, new DiagnosticLog(), CancellationToken.None);

        Assert.False(context.IsTimeUp());
        context.Step();
        Assert.False(new ReadContext(new ParseLimits { MaxDuration = TimeSpan.MaxValue }, new DiagnosticLog(), CancellationToken.None).IsTimeUp());
    }
}
