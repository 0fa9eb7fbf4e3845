using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>The rows of the tables that the supervisor fills itself, and dead letters from rows.</summary>
internal static class ArchiveRows
{
    public static object?[] File(WrittenFile file) => FileRows.File(file.Record, RunOf(file), file.RecordedAt);

    public static object?[] Run(FinishedRun run) =>
        [run.Run.RunId, run.Run.ParserVersion, run.Run.OptionsHash, run.Run.Started, run.Finished, run.Summary];

    public static object?[] Failure(DeadLetter letter) =>
    [
        letter.FileId, CellValue.Text(letter.Path), Convert.ToBase64String(letter.RawPath.Span), letter.Length, letter.Sha256, CellValue.Text(letter.Format),
        letter.Reason.ToString(), CellValue.Text(letter.Detail), JsonCell.Of(json => JsonCell.WriteAttempts(json, letter.Attempts)),
        letter.ParserVersion, letter.OptionsHash, letter.FirstSeen, letter.LastSeen, letter.SupersededAt,
    ];

    /// <summary>A row of <see cref="ArchiveTables.Failures"/> as a dead letter.</summary>
    public static DeadLetter ReadFailure(object?[] row) => new()
    {
        FileId = (string)row[0]!,
        Path = (string)row[1]!,
        RawPath = Convert.FromBase64String((string)row[2]!),
        Length = (long)row[3]!,
        Sha256 = (string?)row[4],
        Format = (string?)row[5],
        Reason = Enum.Parse<IngestionReason>((string)row[6]!),
        Detail = (string?)row[7],
        Attempts = RecordJson.ReadAttempts((string)row[8]!),
        ParserVersion = (string)row[9]!,
        OptionsHash = (string)row[10]!,
        FirstSeen = (DateTimeOffset)row[11]!,
        LastSeen = (DateTimeOffset)row[12]!,
        SupersededAt = (DateTimeOffset?)row[13],
    };

    private static IngestionRun RunOf(WrittenFile file) => new(file.RunId, file.ParserVersion, file.OptionsHash, default);
}

/// <summary>A run and its figures.</summary>
/// <param name="Run">The run.</param>
/// <param name="Finished">When it ended.</param>
/// <param name="Summary">Its figures, JSON.</param>
internal sealed record FinishedRun(IngestionRun Run, DateTimeOffset Finished, string Summary);
