using System.Text.Json;
using PerfEval.Parsing.Evaluation.Judging;

namespace PerfEval.Parsing.Evaluation.Tests.Judging;

/// <summary>Gold and parse as JSON, judged.</summary>
internal static class Judged
{
    public static ReportScore Report(string gold, string parsed) => ReportJudge.Judge(JsonElement.Parse(gold), JsonElement.Parse(parsed), 1);

    public static MatchCount Strict(string gold, string parsed, string field) => Report(gold, parsed).Fields.SingleOrDefault(score => score.Field == field)?.Strict ?? default;

    public static MatchCount Soft(string gold, string parsed, string field) => Report(gold, parsed).Fields.SingleOrDefault(score => score.Field == field)?.Soft ?? default;
}
