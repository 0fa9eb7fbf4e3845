using System.Globalization;
using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Model;
using static PerfEval.Parsing.Ingestion.Tables.CellValue;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>The reports of a document as rows of <see cref="ArchiveTables.OfDocuments"/>.</summary>
internal static class ReportRows
{
    /// <summary>The rows of a document.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="result">What was parsed.</param>
    /// <param name="json">The reports' JSON, one for each, which the rows hold beside the single values; <see langword="null"/> for rows without it.</param>
    public static IReadOnlyList<TableRows> Of(string documentId, ParseResult result, IReadOnlyList<ReadOnlyMemory<byte>>? json)
    {
        var rows = ArchiveTables.OfDocuments.Select(_ => new List<object?[]>()).ToArray();
        for (var i = 0; i < result.Reports.Count; i++)
        {
            var report = result.Reports[i];
            var owner = new Owner(documentId, i + 1);
            rows[0].Add(ReportRow(owner, result, report, json is null ? null : Encoding.UTF8.GetString(json[i].Span)));
            SectionRows.Add(rows[1], owner, report.Sections);
            Add(rows[2], owner, report.Indicators, IndicatorRow);
            Add(rows[3], owner, report.Funding?.Lines ?? [], FundingLineRow);
            Add(rows[4], owner, report.DimensionScores, d => [Text(d.Name), Number(d.FullMark), Number(d.Score)]);
            Add(rows[5], owner, report.Citations, c => [Text(c.Title), Text(c.DocumentNumber)]);
            AddItems(rows[6], owner, report);
            Add(rows[7], owner, [.. report.Facts.Select((fact, at) => (fact, Sureness(report, at)))], FactRow);
            Add(rows[8], owner, report.Diagnostics, DiagnosticRow);
        }

        return [.. ArchiveTables.OfDocuments.Zip(rows, (table, its) => new TableRows(table, its))];
    }

    private static object?[] ReportRow(Owner owner, ParseResult result, PerformanceReport report, string? json) =>
    [
        owner.DocumentId, owner.Part, (long)result.Reports.Count, EnumText.Of(result.Status),
        .. SourceCells(report.Source),
        Text(report.Title), EnumText.Of(report.Subject), EnumText.Of(report.Mode), EnumText.Of(report.Form),
        .. YearCells(report.FiscalYears),
        Text(report.ProjectName), Text(report.EvaluatedUnit), Text(report.CompetentDepartment), Text(report.Commissioner), Text(report.Evaluator),
        report.ReportDate?.ToString(), Integer(report.ReportDate?.Year),
        .. ScoreCells(report),
        .. FundingCells(report.Funding),
        Text(report.Objectives?.Text), Text(report.Objectives?.Expected), Text(report.Objectives?.Actual),
        .. ConfidenceCells(report.Evidence),
        json,
    ];

    private static object?[] SourceCells(ReportSource source) =>
    [
        Text(source.Format), Integer(source.Pages), Text(source.Encoding), EnumText.Of(source.Method),
        source.Metadata.Count == 0 ? null : JsonCell.Of(json => JsonCell.WriteMetadata(json, source.Metadata)),
    ];

    private static object?[] YearCells(IReadOnlyList<int> years) =>
    [
        years.Count == 0 ? null : (long)years.Min(), years.Count == 0 ? null : (long)years.Max(), years.Count == 0 ? null : $"[{string.Join(',', years)}]",
    ];

    private static object?[] ScoreCells(PerformanceReport report) =>
    [
        Number(report.Score?.Value), Number(report.Score?.FullMark), Number(report.SelfScore?.Value), Number(report.SelfScore?.FullMark),
        Text(report.Grade?.Raw), report.Grade?.Level is { } level ? EnumText.Of(level) : null,
    ];

    private static object?[] FundingCells(Funding? funding) =>
    [
        Number(funding?.InitialBudget), Number(funding?.Budget), Number(funding?.Received), Number(funding?.Spent),
        Number(funding?.ExecutionRate), Number(funding?.FullMark), Number(funding?.Score),
    ];

    private static object?[] ConfidenceCells(EvidenceIndex evidence) =>
    [
        Number(evidence.For("/score/value")?.Confidence), Number(evidence.For("/grade")?.Confidence),
        Number(evidence.For("/funding/budget")?.Confidence), Number(evidence.For("/funding/spent")?.Confidence),
    ];

    private static object?[] IndicatorRow(Indicator i) =>
    [
        Text(i.Level1), Text(i.Level2), Text(i.Level3), Text(i.Operator), Text(i.Target), Text(i.Unit), Text(i.Actual), Number(i.FullMark), Number(i.Score), Text(i.Deviation),
    ];

    private static object?[] FundingLineRow(FundingLine l) =>
    [
        Text(l.Name), Number(l.InitialBudget), Number(l.Budget), Number(l.Received), Number(l.Spent), Number(l.ExecutionRate), Number(l.FullMark), Number(l.Score),
    ];

    private static double? Sureness(PerformanceReport report, int fact) => report.Evidence.For(string.Create(CultureInfo.InvariantCulture, $"/facts/{fact}/value"))?.Confidence;

    private static object?[] FactRow((OwnFact Fact, double? Confidence) f) => [Text(f.Fact.Name), Text(f.Fact.Value), Number(f.Fact.Number), Number(f.Confidence)];

    private static object?[] DiagnosticRow(ReportDiagnostic d) =>
    [
        Text(d.Id), EnumText.Of(d.Severity), DiagnosticTexts.Of(d.Id)?.Title, DiagnosticTexts.Of(d.Id)?.TitleZh, Text(d.Message), Text(d.MessageZh), Text(d.Pointer),
        d.Sides.Count == 0 ? null : JsonCell.Of(json => JsonCell.WriteSides(json, d.Sides)), Number(d.Tolerance),
    ];

    private static void AddItems(List<object?[]> rows, Owner owner, PerformanceReport report)
    {
        AddItems(rows, owner, "achievement", report.Achievements);
        AddItems(rows, owner, "experience", report.Experiences);
        AddItems(rows, owner, "problem", report.Problems);
        AddItems(rows, owner, "recommendation", report.Recommendations);
    }

    private static void AddItems(List<object?[]> rows, Owner owner, string kind, IReadOnlyList<ReportItem> items)
    {
        for (var i = 0; i < items.Count; i++)
            rows.Add([owner.DocumentId, owner.Part, kind, (long)(i + 1), Text(items[i].Heading), Text(items[i].Text)]);
    }

    private static void Add<T>(List<object?[]> rows, Owner owner, IReadOnlyList<T> items, Func<T, object?[]> cells)
    {
        for (var i = 0; i < items.Count; i++)
            rows.Add([owner.DocumentId, owner.Part, (long)(i + 1), .. cells(items[i])]);
    }
}

/// <summary>Which report a row belongs to.</summary>
internal sealed record Owner(string DocumentId, long Part);
