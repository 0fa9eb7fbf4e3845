using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>
/// One path that was found. It is counted as enumerated the moment it is yielded. With <see cref="Reason"/> it is failed or skipped and there is nothing to
/// read; with <see cref="Damage"/> it is at best partial. This holds for archives too, which come once, after their members.
/// </summary>
internal abstract class InventoryEntry
{
    /// <summary>The path's id.</summary>
    public required string FileId { get; init; }

    /// <summary>The path to read.</summary>
    public required string Path { get; init; }

    /// <summary>The path's bytes.</summary>
    public required ReadOnlyMemory<byte> RawPath { get; init; }

    /// <summary>The archive that it is a member of.</summary>
    public string? ContainerId { get; init; }

    /// <summary>Its bytes by the directory; 0 for what is no file.</summary>
    public long Length { get; init; }

    /// <summary>When it was last written to.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>What it is before its content is looked at: <see langword="null"/> for a file to be read, else why it is failed (input reasons) or skipped (rules).</summary>
    public IngestionReason? Reason { get; init; }

    /// <summary>More about the reason.</summary>
    public string? Detail { get; init; }

    /// <summary>For a member of an archive: what is wrong with its bytes. For an archive: why not all of its members were enumerated.</summary>
    public IngestionReason? Damage { get; init; }

    /// <summary>
    /// For an archive whose members were enumerated: true. It comes after them; neither <see cref="Reason"/> nor <see cref="Damage"/> means that all were
    /// enumerated. Its content is not parsed and need not be read.
    /// </summary>
    public bool IsArchive { get; init; }

    /// <summary>Reads the content and its hash. Blocks; reads a file at most twice. A member of an archive gives its content once.</summary>
    /// <param name="maxBytes">A longer file is <see cref="IngestionReason.TooLarge"/> and is not read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The content, or why there is none; never throws for what the disk does.</returns>
    public abstract ContentReading Read(long maxBytes, CancellationToken cancellationToken);
}

/// <summary>A content that was read, or why it was not.</summary>
/// <param name="Content">The bytes; the caller disposes of them.</param>
/// <param name="Sha256">Their hash, 64 hexadecimal digits.</param>
/// <param name="Reason">Why there is no content.</param>
/// <param name="Detail">More about the reason.</param>
internal sealed record ContentReading(DocumentContent? Content, string? Sha256, IngestionReason? Reason, string? Detail);
