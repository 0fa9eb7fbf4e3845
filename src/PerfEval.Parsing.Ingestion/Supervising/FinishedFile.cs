using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Journals;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>A file with its outcome, on its way to the sink.</summary>
/// <param name="Record">For the sink.</param>
/// <param name="Done">For the journal; its run is filled in there.</param>
internal sealed record FinishedFile(FileRecord Record, FileDone Done)
{
    /// <summary>The document that goes with it; <see langword="null"/> where there is none or an earlier file brought it.</summary>
    public ParsedDocument? Document { get; init; }

    /// <summary>Whether the document is left out as long as the one in the sink, which an earlier path gave its name, stands.</summary>
    public bool KeepStanding { get; init; }

    /// <summary>The content that is no longer under way once this is written.</summary>
    public ContentUnderWay? Ends { get; init; }

    /// <summary>Roughly what it takes in memory.</summary>
    public long Weight => 1_024 + (Document?.Reports.Sum(report => (long)report.Length) ?? 0) * 3;

    /// <summary>A path that is decided without its content: by a rule, by what the disk said, or an archive.</summary>
    public static FinishedFile OfPath(InventoryEntry entry, IngestionReason? reason, string? detail, string? sha256)
    {
        var worst = reason ?? entry.Damage;
        var outcome = new FileOutcome(StateOf(reason, entry.Damage), worst is { } r ? [r] : [], detail, entry.IsArchive ? "zip" : null, OutcomeScope.Path);
        var record = RecordOf(entry, sha256, outcome, []);
        return new FinishedFile(record, new FileDone(Key128.Parse(entry.FileId), Fingerprint(record), 0, outcome));
    }

    /// <summary>A path whose content has an outcome.</summary>
    public static FinishedFile OfContent(InventoryEntry entry, string sha256, FileOutcome content, IReadOnlyList<IngestionAttempt> attempts)
    {
        var outcome = entry.Damage is { } damage ? Damaged(content, damage, entry.Detail) : content;
        return new FinishedFile(
            RecordOf(entry, sha256, outcome, attempts), new FileDone(Key128.Parse(entry.FileId), Key128.Parse(sha256), 0, outcome));
    }

    /// <summary>What a worker's answer means for every path that holds the content.</summary>
    public static FileOutcome OutcomeOf(WorkOutcome work) => work switch
    {
        { Document: { } document } => new FileOutcome(
            document.Status == ParseStatus.Complete ? FileState.Complete : FileState.Partial, document.Reasons, document.Detail, document.Format, OutcomeScope.Content),
        { Failure: { } failure } => new FileOutcome(FileState.Failed, [failure], work.Detail, work.Format, OutcomeScope.Content),
        _ => throw new InvalidOperationException("A worker's answer has neither a document nor a failure."),
    };

    private static FileState StateOf(IngestionReason? reason, IngestionReason? damage) => reason switch
    {
        { } r => ReasonRules.Family(r) == ReasonFamily.Rule ? FileState.Skipped : FileState.Failed,
        null => damage is null ? FileState.Complete : FileState.Partial,
    };

    private static FileOutcome Damaged(FileOutcome content, IngestionReason damage, string? detail) => content with
    {
        State = content.State == FileState.Failed ? FileState.Failed : FileState.Partial,
        Reasons = content.State == FileState.Failed ? [.. content.Reasons, damage] : [.. content.Reasons.Prepend(damage).Distinct()],
        Detail = content.State == FileState.Failed ? content.Detail : detail,
        Scope = OutcomeScope.ContentOfPath,
    };

    private static FileRecord RecordOf(InventoryEntry entry, string? sha256, FileOutcome outcome, IReadOnlyList<IngestionAttempt> attempts) => new()
    {
        FileId = entry.FileId,
        Path = entry.Path,
        RawPath = entry.RawPath,
        ContainerId = entry.ContainerId,
        Length = entry.Length,
        Modified = entry.Modified,
        Sha256 = sha256,
        State = outcome.State,
        Reasons = outcome.Reasons,
        Detail = outcome.Detail,
        Format = outcome.Format,
        Attempts = attempts,
    };

    /// <summary>Two records of a path with the same fingerprint are the same: the second need not be written.</summary>
    private static Key128 Fingerprint(FileRecord record)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var numbers = new byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(numbers, record.Length);
        BinaryPrimitives.WriteInt64LittleEndian(numbers.AsSpan(8), record.Modified?.UtcTicks ?? -1);
        SHA256.HashData([.. numbers, .. Encoding.UTF8.GetBytes($"{record.State}|{string.Join(',', record.Reasons)}|{record.Sha256}|{record.Detail}")], hash);
        return Key128.Read(hash);
    }
}
