using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

public sealed class StatementAgreementTests
{
    private static readonly PerformanceReport Report = new()
    {
        Score = new Score(86.38m, 100m),
        Grade = new Grade("良", GradeLevel.Good),
        Evidence = [Checked.Read("/score/value", "86.38", 1), Checked.Read("/grade/raw", "良", 2)],
    };

    [Fact]
    public void TheSameScoreElsewhereConfirms()
    {
        var notes = Of(Checked.Candidate("/score/value", "score.conclusion", "86.38", 1), Checked.Candidate("/score/value", "score.total", "86.380", 9));

        Assert.Empty(notes.Findings);
        Assert.Contains("/score/value", notes.Confirmed);
    }

    [Theory]
    [InlineData("score.total", null)]
    [InlineData("score.abstract", "abstract")]
    [InlineData("score.label.cover", "weaker")]
    public void AnotherScoreElsewhereIsTold(string rule, string? lost)
    {
        var finding = Assert.Single(Of(Checked.Candidate("/score/value", rule, "86.83", 9, lost)).Findings);

        Assert.Equal("PE4020", finding.Id);
        Assert.Equal([("86.38", 1), ("86.83", 9)], finding.Compared.Select(c => (c.Value, c.Span!.Value.Block)));
    }

    [Theory]
    [InlineData("score.text", null)]
    [InlineData("score.total.self", null)]
    [InlineData("score.conclusion", "selfScore")]
    [InlineData("score.conclusion", "otherYear")]
    [InlineData("score.conclusion", "part")]
    public void OtherScoresThanTheOverallOneAreNotCompared(string rule, string? lost) => Assert.Empty(Of(Checked.Candidate("/score/value", rule, "97.5", 9, lost)).Findings);

    [Fact]
    public void TheValueTakenConfirmsNothingByItself() => Assert.Empty(Of(Checked.Candidate("/score/value", "score.conclusion", "86.38", 1) with { Span = new(1, 0, 5) }).Confirmed);

    [Fact]
    public void GradesOfOneLevelAreTheSame()
    {
        Assert.Empty(Of(Checked.Candidate("/grade/raw", "grade.abstract", "良好", 9)).Findings);
        Assert.Equal(["PE4021"], Of(Checked.Candidate("/grade/raw", "grade.abstract", "优", 9)).Ids());
    }

    private static CheckNotes Of(params Candidate[] candidates) => Checked.Of<StatementAgreement>(Report, candidates: candidates);
}
