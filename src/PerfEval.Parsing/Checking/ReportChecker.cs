using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>Stage 4: sets the values of a report against each other. START HERE: the checks in the order in which their findings are told. None changes a stated value.</summary>
internal static class ReportChecker
{
    private static readonly IReportCheck[] Checks =
    [
        new ScoreSums(),
        new DimensionScores(),
        new GradeFit(),
        new StatementAgreement(),
        new ExecutionRates(),
        new FundingSums(),
        new ExecutionScores(),
        new YearOrder(),
        new HeadingNumbers(),
        new CitationForms(),
        new RequiredSections(),
    ];

    /// <summary>Checks a report.</summary>
    public static CheckNotes Check(ExtractedReport extracted, ReportOutline outline, ParseWatch watch)
    {
        var notes = new CheckNotes();
        foreach (var check in watch.Over(Checks))
            check.Check(extracted, outline, notes);
        return notes;
    }
}
