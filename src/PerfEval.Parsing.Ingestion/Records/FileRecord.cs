namespace PerfEval.Parsing.Ingestion.Records;

/// <summary>What became of one path: a file, a member of an archive, an archive itself, or a directory that could not be listed.</summary>
public sealed record FileRecord
{
    /// <summary>
    /// The path's id: the first 128 bits of the SHA-256 of <see cref="RawPath"/>, 32 hexadecimal digits. For a member of an archive, of the outermost archive's id,
    /// a zero byte and the member's name within it instead: a directory may be called <c>a.zip!</c>.
    /// </summary>
    public required string FileId { get; init; }

    /// <summary>The path to read: as given, and the way down from there; members of archives follow their archive after <c>!/</c>. Bytes that are no text stand as <c>\xNN</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The path's bytes on the disk, which identify it.</summary>
    public required ReadOnlyMemory<byte> RawPath { get; init; }

    /// <summary>The id of the archive that it is a member of; <see langword="null"/> for a file of its own.</summary>
    public string? ContainerId { get; init; }

    /// <summary>Its bytes, as enumerated; 0 for a directory.</summary>
    public long Length { get; init; }

    /// <summary>When it was last written to; <see langword="null"/> where the disk or the archive does not say.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The SHA-256 of its content, 64 hexadecimal digits, which is also the id of its document; <see langword="null"/> where it was not read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What became of it.</summary>
    public required FileState State { get; init; }

    /// <summary>Why it is not simply complete, the weightiest first; empty for a complete file.</summary>
    public IReadOnlyList<IngestionReason> Reasons { get; init; } = [];

    /// <summary>More about the first reason, without any of the document's text; <see langword="null"/> for a complete file.</summary>
    public string? Detail { get; init; }

    /// <summary>The format by its content (<c>docx</c>, <c>pdf</c>, … <c>zip</c> for an archive whose members were enumerated); <see langword="null"/> where it was not told.</summary>
    public string? Format { get; init; }

    /// <summary>The tries that failed, and the last; empty where no worker saw the file in this run.</summary>
    public IReadOnlyList<IngestionAttempt> Attempts { get; init; } = [];
}

/// <summary>One try of one document by one worker process.</summary>
/// <param name="Number">Which try, from 1; tries before an interruption count.</param>
/// <param name="Reason">Why it failed; <see langword="null"/> for one that gave an answer.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="PeakMemory">The most memory that the worker held meanwhile, bytes; <see langword="null"/> where that is unknown.</param>
/// <param name="WorkerId">The process's number; <see langword="null"/> where no process was started for it.</param>
/// <param name="ExitCode">The code with which the process ended; <see langword="null"/> where it lives on, or there was none.</param>
/// <param name="Large">Whether it ran with the larger limits.</param>
/// <param name="ErrorTail">The end of what the process wrote on its error stream, at most 4,000 characters; <see langword="null"/> for nothing.</param>
public sealed record IngestionAttempt(
    int Number, IngestionReason? Reason, long Milliseconds, long? PeakMemory, int? WorkerId, int? ExitCode, bool Large, string? ErrorTail);
