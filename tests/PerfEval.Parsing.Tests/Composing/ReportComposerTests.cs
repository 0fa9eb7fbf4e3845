using CsCheck;
using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Composing;

public sealed class ReportComposerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    public void WhatIsComposedIsReadAsTheSameReport(int deepestHeading) =>
        ReportGen.Report.Sample(report => SameContent.Verify(report, Read(ReportComposer.Compose(report, deepestHeading))), iter: 2000);

    private static PerformanceReport Read(SourceDocument document)
    {
        var log = new DiagnosticLog(10);
        var outline = Assert.Single(new OutlineBuilder(ReportVocabulary.Default).Build(document, log, ParseWatch.Unwatched));
        return new ReportExtractor([]).Extract(outline, log, ParseWatch.Unwatched).Report;
    }
}
