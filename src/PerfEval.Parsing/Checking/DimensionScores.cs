using System.Text.RegularExpressions;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>The points of a dimension are those of its indicators added up, and so are its weights. It speaks only where a dimension bears the name of a first-level indicator.</summary>
internal sealed partial class DimensionScores : IReportCheck
{
    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        var report = extracted.Report;
        var groups = report.Indicators.Select((indicator, i) => (indicator, i)).GroupBy(x => Key(x.indicator.Level1)).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        for (var d = 0; d < report.DimensionScores.Count; d++)
        {
            var dimension = report.DimensionScores[d];
            if (!groups.TryGetValue(Key(dimension.Name), out var group) || Key(dimension.Name).Length == 0)
                continue;
            var weights = Sum([.. group.Select(x => StatedNumber.Of(extracted, $"/indicators/{x.i}/fullMark", x.indicator.FullMark))],
                StatedNumber.Of(extracted, $"/dimensionScores/{d}/fullMark", dimension.FullMark));
            var points = Sum([.. group.Select(x => StatedNumber.Of(extracted, $"/indicators/{x.i}/score", x.indicator.Score))],
                StatedNumber.Of(extracted, $"/dimensionScores/{d}/score", dimension.Score));
            new PointSums(weights, points).Judge(notes,
                sum => ScoreSums.Told(DiagnosticCode.DimensionWeightDiffers, sum, $"the weights of the indicators of {dimension.Name}", $"“{dimension.Name}”各指标分值", "the weight of the dimension", "该维度分值"),
                sum => ScoreSums.Told(DiagnosticCode.DimensionScoreDiffers, sum, $"the points of the indicators of {dimension.Name}", $"“{dimension.Name}”各指标得分", "the score of the dimension", "该维度得分"));
        }
    }

    private static PointSum? Sum(IReadOnlyList<StatedNumber?> parts, StatedNumber? total) =>
        total is not null && parts.All(p => p is not null) ? new PointSum([.. parts.OfType<StatedNumber>()], total) : null;

    // A项目决策, 项目决策, 决策指标 and 决策 are one dimension.
    private static string Key(string? name) => Around().Replace(ChineseText.Squeeze(name ?? ""), "");

    [GeneratedRegex("^[A-H](?=[\\u4e00-\\u9fff])|^项目(?=[\\u4e00-\\u9fff]{2})|(指标|情况|类|方面)+$|(?<=^[A-H])项目(?=[\\u4e00-\\u9fff]{2})")]
    private static partial Regex Around();
}
