using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>Takes archives apart: in this process (trusted), or in a worker so that the supervisor never looks into untrusted bytes.</summary>
internal interface IArchiveExpander
{
    /// <summary>Yields the members of an archive in its own order; of an archive within it, first the members, then itself. Directories are no members.</summary>
    /// <param name="archive">The archive; its stream can be sought in.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The members, whose contents the caller disposes of; the last element tells how it ended (<see cref="ArchiveMember.End"/>).</returns>
    IAsyncEnumerable<ArchiveMember> ExpandAsync(DocumentContent archive, ArchiveLimits limits, CancellationToken cancellationToken);
}

/// <summary>What taking one archive apart may cost; one budget for it and all archives within it.</summary>
/// <param name="MaxDepth">How deep archives may lie within archives.</param>
/// <param name="MaxEntries">The most members.</param>
/// <param name="MaxBytes">The most bytes of all members together.</param>
/// <param name="MaxMemberBytes">The most bytes of one member.</param>
/// <param name="MaxRatio">The highest ratio of inflated to stored bytes beyond the first 64 MiB of a member.</param>
internal sealed record ArchiveLimits(int MaxDepth, int MaxEntries, long MaxBytes, long MaxMemberBytes, int MaxRatio);

/// <summary>One member of an archive, or the archive's end.</summary>
internal sealed record ArchiveMember
{
    /// <summary>
    /// Its name's bytes as stored, those of the archives within which it lies before it, parted by <c>!/</c>. No two members have the same: where an archive
    /// says a name again, <c>#2</c>, <c>#3</c> … follows it.
    /// </summary>
    public required ReadOnlyMemory<byte> RawName { get; init; }

    /// <summary>The same decoded: by the UTF-8 flag, else UTF-8, GB18030, code page 437, whichever fits first.</summary>
    public required string Name { get; init; }

    /// <summary>How many bytes at the beginning of <see cref="RawName"/> are the name of the archive within this one that it lies in; 0 for none.</summary>
    public int ContainerLength { get; init; }

    /// <summary>Its bytes; where it could not be unpacked, what the directory says.</summary>
    public long Length { get; init; }

    /// <summary>When it was last written to, as the archive says it, taken for UTC.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Whether it is an archive, whose members came before it; it has no content then.</summary>
    public bool IsArchive { get; init; }

    /// <summary>What is wrong with it; with content, the content is damaged; of an archive, not all members were found; else there is nothing to be had.</summary>
    public IngestionReason? Reason { get; init; }

    /// <summary>More about the reason.</summary>
    public string? Detail { get; init; }

    /// <summary>Its bytes; <see langword="null"/> where there are none to be had.</summary>
    public DocumentContent? Content { get; init; }

    /// <summary>Not a member but the end of the archive (its names are empty): how the enumeration ended; reason <see langword="null"/> for whole.</summary>
    public bool End { get; init; }

    /// <summary>With <see cref="End"/>: it is no archive but a document (an Office, OFD or epub package) or no zip at all, and is to be parsed as a file. There are no members.</summary>
    public bool IsDocument { get; init; }
}
