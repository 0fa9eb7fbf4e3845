using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>Sets values of one report against each other. A check is stateless and changes nothing: it only notes what it finds.</summary>
internal interface IReportCheck
{
    /// <summary>Checks a report.</summary>
    /// <param name="extracted">The report and what was weighed for it.</param>
    /// <param name="outline">The outline from which it was extracted.</param>
    /// <param name="notes">Where findings and agreements are noted.</param>
    void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes);
}
