using PerfEval.Parsing.Ingestion.Records;
using static PerfEval.Parsing.Ingestion.Tables.CellValue;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>Paths, dead letters and runs as rows.</summary>
internal static class FileRows
{
    /// <summary>The row of <see cref="ArchiveTables.Files"/>.</summary>
    public static object?[] File(FileRecord file, IngestionRun run, DateTimeOffset recordedAt) =>
    [
        file.FileId, Text(file.Path), Convert.ToBase64String(file.RawPath.Span), file.ContainerId, file.Length, file.Modified, file.Sha256,
        EnumText.Of(file.State), FirstReason(file), JsonCell.Of(json => JsonCell.WriteReasons(json, file.Reasons)), Text(file.Detail), Text(file.Format),
        run.ParserVersion, run.OptionsHash, run.RunId, recordedAt,
    ];

    /// <summary>The row of <see cref="ArchiveTables.Failures"/> of a path that failed now.</summary>
    public static object?[] Failure(FileRecord file, IngestionRun run, DateTimeOffset firstSeen, DateTimeOffset lastSeen) =>
    [
        file.FileId, Text(file.Path), Convert.ToBase64String(file.RawPath.Span), file.Length, file.Sha256, Text(file.Format), FirstReason(file), Text(file.Detail),
        JsonCell.Of(json => JsonCell.WriteAttempts(json, file.Attempts)), run.ParserVersion, run.OptionsHash, firstSeen, lastSeen, null,
    ];

    /// <summary>The row of <see cref="ArchiveTables.Runs"/>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="summary">Its figures; <see langword="null"/> for a run that has only begun.</param>
    public static object?[] Run(IngestionRun run, IngestionSummary? summary) =>
    [
        run.RunId, run.ParserVersion, run.OptionsHash, run.Started, summary is null ? null : run.Started + summary.Elapsed, summary is null ? null : SummaryJson.Of(summary),
    ];

    private static string? FirstReason(FileRecord file) => file.Reasons.Count == 0 ? null : file.Reasons[0].ToString();
}
