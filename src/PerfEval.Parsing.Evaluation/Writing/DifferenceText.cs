using System.Globalization;

namespace PerfEval.Parsing.Evaluation.Writing;

/// <summary>A comparison as text.</summary>
/// <param name="output">Where it goes.</param>
internal sealed class DifferenceText(TextWriter output)
{
    private const int NameWidth = 32;
    private const int Width = 10;

    public DifferenceSummary Write(IEnumerable<ReportDifference> reports)
    {
        var summary = new DifferenceSummary();
        foreach (var report in reports)
        {
            summary.Add(report);
            if (report.Change is not (ReportChange.Same or ReportChange.StillFails))
                Report(report);
        }

        Fields(summary);
        Line(string.Join(", ", Enum.GetValues<ReportChange>().Select(change => string.Create(CultureInfo.InvariantCulture, $"{summary.Count(change)} {DifferenceWords.Of(change)}"))));
        return summary;
    }

    private void Report(ReportDifference report)
    {
        var failure = report.Failure is { } why ? $" ({why})" : "";
        var moved = report.OldPath is { } path ? $", before: {path}" : "";
        Line($"{DifferenceWords.Name(report)}: {DifferenceWords.Of(report.Change)}{failure}{(report.IsOtherDocument ? ", the document has other bytes" : "")}{moved}");
        foreach (var difference in report.Differences)
        {
            var (old, now) = DifferenceWords.Shortened(difference);
            var sign = difference.Kind switch { DifferenceKind.Gained => '+', DifferenceKind.Lost => '-', _ => '~' };
            var item = difference.Item is { } name && name != difference.Old && name != difference.New ? $" [{name.ReplaceLineEndings(" ")}]" : "";
            Line($"  {sign} {difference.Field}{item}: {Value(old, difference.OldPlace)} → {Value(now, difference.NewPlace)}");
        }
    }

    private void Fields(DifferenceSummary summary)
    {
        if (summary.Fields.Count == 0)
            return;
        Row("field", ["gained", "lost", "changed", "reports"]);
        foreach (var field in summary.Fields)
            Row(field.Field, ((int[])[field.Gained, field.Lost, field.Changed, field.Reports]).Select(n => n.ToString(CultureInfo.InvariantCulture)));
    }

    private void Row(string name, IEnumerable<string> cells) => Line(name.PadRight(NameWidth) + string.Concat(cells.Select(cell => cell.PadLeft(Width))));

    private void Line(string line) => output.Write(line + "\n");

    private static string Value(string? value, ReadPlace? place) => value is null ? "nothing" : place is null ? $"“{value}”" : $"“{value}” ({place.Location})";
}
