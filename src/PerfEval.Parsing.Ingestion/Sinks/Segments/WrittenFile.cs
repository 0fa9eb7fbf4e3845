using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>A file's record with where it comes from: what the row of <c>files</c> holds.</summary>
/// <param name="Record">The record.</param>
/// <param name="RunId">The run that wrote it.</param>
/// <param name="ParserVersion">With which version.</param>
/// <param name="OptionsHash">With which options.</param>
/// <param name="RecordedAt">When it was written.</param>
internal sealed record WrittenFile(FileRecord Record, string RunId, string ParserVersion, string OptionsHash, DateTimeOffset RecordedAt)
{
    public static WrittenFile Of(FileRecord record, IngestionRun run, DateTimeOffset now) =>
        new(record, run.RunId, run.ParserVersion, run.OptionsHash, now);

    /// <summary>The dead letter of a failed file.</summary>
    public DeadLetter ToDeadLetter() => new()
    {
        FileId = Record.FileId,
        Path = Record.Path,
        RawPath = Record.RawPath,
        Length = Record.Length,
        Sha256 = Record.Sha256,
        Format = Record.Format,
        Reason = Record.Reasons is [var first, ..] ? first : IngestionReason.InternalError,
        Detail = Record.Detail,
        Attempts = Record.Attempts,
        ParserVersion = ParserVersion,
        OptionsHash = OptionsHash,
        FirstSeen = RecordedAt,
        LastSeen = RecordedAt,
    };
}
