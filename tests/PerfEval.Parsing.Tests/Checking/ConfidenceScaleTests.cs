using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

public sealed class ConfidenceScaleTests
{
    private const string Rule = "score.conclusion";

    private static readonly double Strength = RuleVocabulary.Default[Rule].Strength;
    private static readonly ConfidenceVocabulary Factors = ConfidenceVocabulary.Default;

    [Fact]
    public void AValueThatNothingTouchesIsAsSureAsItsRule()
    {
        var evidence = Apply([Candidate("92", 0, 0.9)], new CheckNotes());

        Assert.Equal(new ConfidenceParts(1, Strength, 1, Factors.Unchecked), evidence.Parts);
        Assert.Equal(Strength * Factors.Unchecked, evidence.Confidence, 4);
    }

    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(0.75, 0.5)]
    [InlineData(0.5, 1)]
    public void TheNearerARivalTheLessSureTheValue(double rival, double gap)
    {
        var evidence = Apply([Candidate("92", 0, 0.9), Candidate("84", 4, rival)], new CheckNotes());

        Assert.Equal(Factors.CloseRival + ((1 - Factors.CloseRival) * gap), evidence.Parts!.Rivals, 4);
    }

    [Fact]
    public void WhatSaysTheSameOrCouldNotBeTakenIsNoRival()
    {
        var evidence = Apply([Candidate("92", 0, 0.9), Candidate("92", 4, 0.9), Candidate("84", 4, 0.9) with { Lost = "otherYear" }], new CheckNotes());

        Assert.Equal(1, evidence.Parts!.Rivals);
    }

    [Fact]
    public void AgreementTakesAwayPartOfTheDoubtInTheRule()
    {
        var notes = new CheckNotes();
        notes.Confirm("/score/value");

        Assert.Equal(1 - ((1 - Strength) * Factors.ConfirmedDoubt), Apply([Candidate("92", 0, 0.9)], notes).Confidence, 3);
    }

    [Fact]
    public void AContradictionOutweighsAgreement()
    {
        var notes = new CheckNotes();
        notes.Confirm("/score/value");
        notes.Find(new Diagnostic(new DiagnosticCode("PE9999", "Test", DiagnosticSeverity.Warning), "odd") { Compared = [new ComparedValue("/score/value", "92", null)] });

        Assert.Equal(Strength * Factors.Contradicted, Apply([Candidate("92", 0, 0.9)], notes).Confidence, 3);
    }

    [Fact]
    public void AGradesLevelIsNoSurerThanItsWord()
    {
        var evidence = ReportParser.Default.ParseText("青河县2023年农村公路养护项目支出绩效评价报告\n一、项目概况\n完成。\n二、评价结论\n综合得分84.47分，评价等级为“优”。").Evidence;

        Assert.Equal(Factors.Contradicted, evidence.For("/grade/raw")!.Parts!.Checks);
        Assert.Equal(Factors.Contradicted, evidence.For("/grade/level")!.Parts!.Checks);
    }

    [Fact]
    public void AFindingThatIsOnlyWorthKnowingContradictsNothing()
    {
        var notes = new CheckNotes();
        notes.Find(new Diagnostic(new DiagnosticCode("PE9999", "Test", DiagnosticSeverity.Info), "odd") { Compared = [new ComparedValue("/score/value", "92", null)] });

        Assert.Equal(Factors.Unchecked, Apply([Candidate("92", 0, 0.9)], notes).Parts!.Checks);
    }

    [Fact]
    public void RecognisedAndDamagedTextIsLessSure()
    {
        var damaged = new DiagnosticLog();
        damaged.Add(DiagnosticCode.EncodingDamaged, "damaged");

        Assert.Equal(Factors.Recognised, Apply([], new CheckNotes(), recognised: true).Parts!.Reading);
        Assert.Equal(Factors.Reading("PE1001"), Apply([], new CheckNotes(), log: damaged).Parts!.Reading);
        Assert.Equal(Factors.Replaced, Apply([], new CheckNotes(), text: "9\uFFFD分").Parts!.Reading);
    }

    [Fact]
    public void WhatACallersExtractorGaveStays()
    {
        var document = new SourceDocument { Blocks = [new Paragraph { Text = "92分" }] };
        var given = new Evidence { Text = "92", Length = 2, Confidence = 0.3 };

        var applied = ConfidenceScale.Apply(new ExtractedReport(new PerformanceReport { Evidence = [new("/score/value", given)] }, []), document, new CheckNotes(), new DiagnosticLog());

        Assert.Equal(given, Assert.Single(applied.Report.Evidence).Evidence);
    }

    private static Candidate Candidate(string value, int start, double strength) => new("/score/value", Rule, value, new SourceSpan(0, start, 2), strength, null);

    private static Evidence Apply(Candidate[] candidates, CheckNotes notes, string text = "92", bool recognised = false, DiagnosticLog? log = null)
    {
        var document = new SourceDocument { Blocks = [new Paragraph { Text = text + "分，84分" }], IsRecognised = recognised };
        var evidence = new Evidence { Text = text, Length = text.Length, Rule = Rule, Confidence = 1 };
        return Assert.Single(ConfidenceScale.Apply(new ExtractedReport(new PerformanceReport { Evidence = [new("/score/value", evidence)] }, candidates), document, notes, log ?? new DiagnosticLog()).Report.Evidence).Evidence;
    }
}
