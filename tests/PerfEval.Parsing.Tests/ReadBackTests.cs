using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests;

// Inside the namespace, where it goes before the Open XML SDK's root namespace of the same name.
using DocumentFormat = PerfEval.Parsing.Reading.DocumentFormat;

/// <summary>The library's own JSON as an input of a parse.</summary>
public sealed class ReadBackTests
{
    private const string Failure = """{"source":{"path":"a.doc"},"error":{"code":"UnsupportedFormat","message":"x"}}""";

    private static readonly PerformanceReport One = FullReport.Create();

    private static readonly PerformanceReport Other = One with { Title = "另一份", Sections = [] };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AReportIsReadBackAsItWas(bool indented)
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + new JsonReportWriter(indented).Write(One));

        var result = ReportParser.Default.Parse(bytes, "somewhere/else.json");

        Assert.Equal((ParseStatus.Complete, 0), (result.Status, result.Diagnostics.Count));
        Assert.Equal([One], result.Reports);
    }

    [Fact]
    public void AnArrayAndLinesGiveSeveralReports()
    {
        Assert.Equal([One, Other], Parse($"[\n{Json(One)},\n{Json(Other)}\n]\n").Reports);
        Assert.Equal([One, Other], Parse($"{Line(One)}\n{Line(Other)}\n").Reports);
        Assert.Equal([One, Other], Parse($"\r\n{Line(One)}\r\n\r\n{Line(Other)}").Reports);
    }

    [Fact]
    public void AFileThatHadNotBeenParsedIsMissedAndTheOthersAreRead()
    {
        foreach (var text in new[] { $"{Line(One)}\n{Failure}\n{Line(Other)}\n", $"[{Line(One)},{Failure},{Line(Other)}]" })
        {
            var result = Parse(text);

            Assert.Equal(ParseStatus.Partial, result.Status);
            Assert.Equal([One, Other], result.Reports);
            var missing = Assert.Single(result.Diagnostics);
            Assert.Equal((DiagnosticCode.ReportMissing, "Entry 2 of the list is an error, not a report; it was passed over."), (missing.Code, missing.Message));
        }

        Assert.Equal([One], Parse($"{Failure}\n{Line(One)}").Reports);
    }

    [Theory]
    [InlineData("""{"schemaVersion":"2","source":{}}""", UnreadableReason.UnsupportedFormat, "schemaVersion 2")]
    [InlineData("""{"schemaVersion":"1","source":{},"title":5}""", UnreadableReason.Corrupt, "/title must be text")]
    [InlineData("""{"schemaVersion":"1","source":{}""", UnreadableReason.Corrupt, "damaged")]
    [InlineData("""{"schemaVersion":"1","source":{}} 绩效""", UnreadableReason.Corrupt, "damaged")]
    [InlineData("""[{"schemaVersion":"1","source":{}},5]""", UnreadableReason.Corrupt, "not that of a report")]
    [InlineData("""[[{"schemaVersion":"1","source":{}}],{"schemaVersion":"1","source":{}}]""", UnreadableReason.Corrupt, "not that of a report")]
    public void WhatIsOursButCannotBeReadIsATypedError(string json, UnreadableReason reason, string message)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Parse(json));

        Assert.Equal(reason, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLimitsHold()
    {
        var parser = new ReportParser(new ReportParserOptions { Limits = new ParseLimits { MaxFileBytes = 100 } });
        var deep = """{"schemaVersion":"1","source":{},"sections":""" + string.Concat(Enumerable.Repeat("""[{"level":1,"children":""", 10_000));

        Assert.Equal(UnreadableReason.TooLarge, Assert.Throws<UnreadableDocumentException>(() => parser.Parse(Encoding.UTF8.GetBytes(Json(One)))).Reason);
        Assert.Equal(UnreadableReason.Corrupt, Assert.Throws<UnreadableDocumentException>(() => Parse(deep)).Reason);
    }

    [Fact]
    public void CancellationPasses() =>
        Assert.ThrowsAny<OperationCanceledException>(() => ReportParser.Default.Parse(Encoding.UTF8.GetBytes(Json(One)), null, new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("""{"schemaVersion":"1","source":{}}""", true)]
    [InlineData(""" [ {"source":{"path":"[{"},"title":null,"schemaVersion":"1.4"} ]""", true)]
    [InlineData("""{"schemaVersion":"1","source":{},"title":""", true)]
    [InlineData("{\"source\":{},\"error\":{\"schemaVersion\":\"1\"}}\n{\"schemaVersion\":\"1\",\"source\":{}}", true)]
    [InlineData("""{"schemaVersion":2,"source":{}}""", false)]
    [InlineData("""{"schemaVersion":"v1","source":{}}""", false)]
    [InlineData("""{"schemaVersion":"1","source":"x"}""", false)]
    [InlineData("""{"schemaVersion":"1"}""", false)]
    [InlineData("""{"inner":{"schemaVersion":"1","source":{}}}""", false)]
    [InlineData("""[[{"schemaVersion":"1","source":{}}]]""", false)]
    [InlineData("{\"schemaVersion\":\"1\"}\n{\"source\":{}}", false)]
    [InlineData("""{schemaVersion:"1","source":{}}""", false)]
    [InlineData("""{"schemaVersion":"1","source""", false)]
    [InlineData("{\"schemaVersion\":\"1", false)]
    [InlineData("［绩效］{", false)]
    [InlineData("{", false)]
    [InlineData("[]", false)]
    public void OnlyOurOwnJsonIsTakenForIt(string text, bool ours)
    {
        Assert.Equal(ours ? DocumentFormat.Json : DocumentFormat.Txt, FormatSniffer.Sniff(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(ours ? DocumentFormat.Json : DocumentFormat.Txt, FormatSniffer.Sniff([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]));
    }

    [Fact]
    public void OnlyTheBeginningIsLookedAt() =>
        Assert.Equal(DocumentFormat.Txt, FormatSniffer.Sniff(Encoding.UTF8.GetBytes($$$"""{"title":"{{{new string('甲', 2000)}}}","schemaVersion":"1","source":{}}""")));

    private static ParseResult Parse(string text) => ReportParser.Default.Parse(Encoding.UTF8.GetBytes(text));

    private static string Json(PerformanceReport report) => new JsonReportWriter().Write(report);

    private static string Line(PerformanceReport report) => new JsonReportWriter(indented: false).Write(report);
}
