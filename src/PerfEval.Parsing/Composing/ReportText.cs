using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Composing;

/// <summary>A report with all text of its facts in the normal form of written text.</summary>
internal static class ReportText
{
    /// <summary>The same report, its facts' texts in normal form.</summary>
    public static PerformanceReport Normal(PerformanceReport report) => report with
    {
        Title = Text(report.Title),
        ProjectName = Text(report.ProjectName),
        EvaluatedUnit = Text(report.EvaluatedUnit),
        CompetentDepartment = Text(report.CompetentDepartment),
        Commissioner = Text(report.Commissioner),
        Evaluator = Text(report.Evaluator),
        Grade = report.Grade is { } grade && Text(grade.Raw) is { } raw ? grade with { Raw = raw } : null,
        DimensionScores = [.. report.DimensionScores.Select(d => d with { Name = ComposedText.Normal(d.Name) })],
        Funding = report.Funding is { } funding ? funding with { Lines = [.. funding.Lines.Select(l => l with { Name = ComposedText.Normal(l.Name) })] } : null,
        Indicators = [.. report.Indicators.Select(Normal)],
        Objectives = report.Objectives is { } o ? new Objectives { Text = Text(o.Text), Expected = Text(o.Expected), Actual = Text(o.Actual) } : null,
        Citations = [.. report.Citations.Select(c => new Citation(Text(c.Title), Text(c.DocumentNumber)))],
        Achievements = Normal(report.Achievements),
        Experiences = Normal(report.Experiences),
        Problems = Normal(report.Problems),
        Recommendations = Normal(report.Recommendations),
        Facts = [.. report.Facts.Select(f => f with { Name = ComposedText.Normal(f.Name), Value = ComposedText.Normal(f.Value) })],
    };

    private static Indicator Normal(Indicator i) => i with
    {
        Level1 = Text(i.Level1),
        Level2 = Text(i.Level2),
        Level3 = Text(i.Level3),
        Operator = Text(i.Operator),
        Target = Text(i.Target),
        Unit = Text(i.Unit),
        Actual = Text(i.Actual),
        Deviation = Text(i.Deviation),
    };

    private static ValueList<ReportItem> Normal(IReadOnlyList<ReportItem> items) => [.. items.Select(i => new ReportItem(Text(i.Heading), ComposedText.Normal(i.Text)))];

    private static string? Text(string? text) => ComposedText.Normal(text) is { Length: > 0 } normal ? normal : null;
}
