namespace PerfEval.Parsing.Evaluation;

/// <summary>How well one field was read.</summary>
/// <param name="Field">The field's path in the JSON of a report: <c>score.value</c>, <c>indicators</c>; <c>reports per file</c> for the number of reports that a file gave.</param>
/// <param name="Strict">Counted by equality.</param>
/// <param name="Soft">Counted with near values in part; never fewer right than <paramref name="Strict"/>.</param>
public sealed record FieldScore(string Field, MatchCount Strict, MatchCount Soft);
