using System.Text.Json;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>Judges one report by its gold, field by field. START HERE.</summary>
internal static class ReportJudge
{
    /// <summary>The number of reports in a file, judged as a field.</summary>
    public const string ReportsPerFile = "reports per file";

    /// <summary>All fields in the order in which results list them.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        [ReportsPerFile, .. ScalarJudge.Fields, .. TableJudge.All.Select(table => table.Field), "outline", "sections", "citations", .. ListJudge.ItemFields];

    /// <summary>The score of a report; of one that was not read, <paramref name="parsed"/> is an object without members.</summary>
    public static ReportScore Judge(JsonElement gold, JsonElement parsed, int part)
    {
        var (fields, misses, places) = (new List<FieldScore>(), new List<Miss>(), new Places(parsed));
        foreach (var field in ScalarJudge.Fields)
            Add(field, ScalarJudge.Judge);
        foreach (var table in TableJudge.All)
            Add(table.Field, table.Judge);
        Add("outline", ListJudge.Outline);
        Add("sections", SectionJudge.Judge);
        Add("citations", CitationJudge.Judge);
        foreach (var field in ListJudge.ItemFields)
            Add(field, ListJudge.Items);
        return new ReportScore(part, fields, misses);

        void Add(string field, Action<JsonElement, JsonElement, Judgement> judge)
        {
            var judgement = new Judgement(field, misses, places);
            judge(gold, parsed, judgement);
            if (judgement.Score() is { Strict.F1: not null } score)
                fields.Add(score);
        }
    }
}
