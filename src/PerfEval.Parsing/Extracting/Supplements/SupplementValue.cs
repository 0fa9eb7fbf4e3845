using System.Globalization;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting.Supplements;

/// <summary>How a cell of the supplement states a value.</summary>
internal enum SupplementForm
{
    /// <summary>As the model's JSON does.</summary>
    Plain,

    /// <summary>In words that stand for a closed list's value, or several values in one cell.</summary>
    Words,

    /// <summary>Only whether there is an object, whose members have cells of their own.</summary>
    Presence,
}

/// <summary>A single value of the model as the supplement prints it; both directions in one place, so that they cannot drift apart.</summary>
/// <param name="Field">The value's name in the vocabulary.</param>
/// <param name="Pointer">The value's JSON Pointer.</param>
/// <param name="Print">The value as text; empty where the report does not say.</param>
/// <param name="Set">The report with the value that a text states.</param>
internal sealed record SupplementValue(string Field, string Pointer, Func<PerformanceReport, string> Print, Func<PerformanceReport, string, PerformanceReport> Set)
{
    private static readonly SupplementVocabulary Words = SupplementVocabulary.Default;

    /// <summary>All single values, in the order in which they are printed and set; an object comes before its parts.</summary>
    public static IReadOnlyList<SupplementValue> All { get; } =
    [
        Text("title", r => r.Title, (r, v) => r with { Title = v }),
        new("subject", "/subject", r => Words.Word("subject", r.Subject), (r, v) => r with { Subject = Words.Value<ReportSubject>("subject", v) ?? ReportSubject.Unknown }) { Form = SupplementForm.Words },
        new("mode", "/mode", r => Words.Word("mode", r.Mode), (r, v) => r with { Mode = Words.Value<EvaluationMode>("mode", v) ?? EvaluationMode.Unknown }) { Form = SupplementForm.Words },
        new("form", "/form", r => Words.Word("form", r.Form), (r, v) => r with { Form = Words.Value<ReportForm>("form", v) ?? ReportForm.Report }) { Form = SupplementForm.Words },
        new("fiscalYears", "/fiscalYears", r => string.Join('、', r.FiscalYears.Select(y => y.ToString(CultureInfo.InvariantCulture))), (r, v) => r with { FiscalYears = [.. Years(v)] }) { Form = SupplementForm.Words },
        Text("projectName", r => r.ProjectName, (r, v) => r with { ProjectName = v }),
        Text("evaluatedUnit", r => r.EvaluatedUnit, (r, v) => r with { EvaluatedUnit = v }),
        Text("competentDepartment", r => r.CompetentDepartment, (r, v) => r with { CompetentDepartment = v }),
        Text("commissioner", r => r.Commissioner, (r, v) => r with { Commissioner = v }),
        Text("evaluator", r => r.Evaluator, (r, v) => r with { Evaluator = v }),
        new("reportDate", "/reportDate", r => r.ReportDate?.ToString() ?? "", (r, v) => r with { ReportDate = PartialDate.TryParse(v, out var date) ? date : null }),
        .. Scores("score", r => r.Score, (r, s) => r with { Score = s }),
        .. Scores("selfScore", r => r.SelfScore, (r, s) => r with { SelfScore = s }),
        new("grade", "/grade/raw", r => r.Grade?.Raw ?? "", (r, v) => r with { Grade = v.Length == 0 ? null : new Grade(v, r.Grade?.Level) }),
        new("grade.level", "/grade/level", r => r.Grade?.Level is { } level ? Words.Word("level", level) : "",
            (r, v) => r with { Grade = r.Grade is { } grade ? grade with { Level = Words.Value<GradeLevel>("level", v) } : null }) { Form = SupplementForm.Words },
        Presence("funding", r => r.Funding is not null, (r, there) => r with { Funding = there ? r.Funding ?? new Funding() : null }),
        Money("initialBudget", f => f.InitialBudget, (f, v) => f with { InitialBudget = v }),
        Money("budget", f => f.Budget, (f, v) => f with { Budget = v }),
        Money("received", f => f.Received, (f, v) => f with { Received = v }),
        Money("spent", f => f.Spent, (f, v) => f with { Spent = v }),
        Money("executionRate", f => f.ExecutionRate, (f, v) => f with { ExecutionRate = v }),
        Money("fullMark", f => f.FullMark, (f, v) => f with { FullMark = v }),
        Money("score", f => f.Score, (f, v) => f with { Score = v }),
        Presence("objectives", r => r.Objectives is not null, (r, there) => r with { Objectives = there ? r.Objectives ?? new Objectives() : null }),
        Objective("text", o => o.Text, (o, v) => o with { Text = v }),
        Objective("expected", o => o.Expected, (o, v) => o with { Expected = v }),
        Objective("actual", o => o.Actual, (o, v) => o with { Actual = v }),
    ];

    /// <summary>How the cell states it.</summary>
    public SupplementForm Form { get; private init; }

    private enum Stated
    {
        No,
        Yes,
    }

    private static SupplementValue Text(string field, Func<PerformanceReport, string?> get, Func<PerformanceReport, string?, PerformanceReport> set) =>
        new(field, "/" + field, r => get(r) ?? "", (r, v) => set(r, SupplementText.OrNull(v)));

    private static SupplementValue[] Scores(string field, Func<PerformanceReport, Score?> get, Func<PerformanceReport, Score?, PerformanceReport> set) =>
    [
        new(field, $"/{field}/value", r => SupplementText.Of(get(r)?.Value), (r, v) => set(r, SupplementText.Decimal(v) is { } value ? new Score(value, get(r)?.FullMark ?? 100) : null)),
        new(field + ".fullMark", $"/{field}/fullMark", r => SupplementText.Of(get(r)?.FullMark),
            (r, v) => set(r, get(r) is { } score && SupplementText.Decimal(v) is { } full ? score with { FullMark = full } : get(r))),
    ];

    private static SupplementValue Presence(string field, Func<PerformanceReport, bool> get, Func<PerformanceReport, bool, PerformanceReport> set) =>
        new(field, "/" + field, r => Words.Word("present", get(r) ? Stated.Yes : Stated.No), (r, v) => set(r, Words.Value<Stated>("present", v) == Stated.Yes)) { Form = SupplementForm.Presence };

    private static SupplementValue Money(string field, Func<Funding, decimal?> get, Func<Funding, decimal?, Funding> set) =>
        new("funding." + field, "/funding/" + field, r => SupplementText.Of(r.Funding is { } funding ? get(funding) : null),
            (r, v) => r with { Funding = r.Funding is { } funding ? set(funding, SupplementText.Decimal(v)) : null });

    private static SupplementValue Objective(string field, Func<Objectives, string?> get, Func<Objectives, string?, Objectives> set) =>
        new("objectives." + field, "/objectives/" + field, r => r.Objectives is { } objectives ? get(objectives) ?? "" : "",
            (r, v) => r with { Objectives = r.Objectives is { } objectives ? set(objectives, SupplementText.OrNull(v)) : null });

    private static IEnumerable<int> Years(string text)
    {
        foreach (var year in text.Split('、', StringSplitOptions.RemoveEmptyEntries))
            if (int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                yield return value;
    }
}
