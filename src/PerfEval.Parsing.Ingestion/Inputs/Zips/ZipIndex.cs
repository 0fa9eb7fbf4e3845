using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>The members that an archive names.</summary>
/// <param name="Items">The members; directories are none.</param>
internal sealed record ZipIndex(IReadOnlyList<ZipItem> Items)
{
    // The parts that make a zip a document: Office (OPC), OpenDocument and epub, OFD.
    private static readonly string[] PackageParts = ["[Content_Types].xml", "mimetype", "OFD.xml"];

    /// <summary>A part of an archive that was cut into several files.</summary>
    public static ZipIndex Split { get; } = new([])
    {
        Reason = IngestionReason.UnsupportedFormat,
        Detail = "The archive is one of several parts. Join them into one archive.",
    };

    /// <summary>Whether there are more members than were allowed.</summary>
    public bool IsCut { get; init; }

    /// <summary>Why these are perhaps not all members.</summary>
    public IngestionReason? Reason { get; init; }

    public string? Detail { get; init; }

    /// <summary>Whether it is no archive of files but a document.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Reads the directory, else finds the members by their own headers.</summary>
    /// <param name="bytes">The archive.</param>
    /// <param name="maxMembers">The most members.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public static ZipIndex Read(ZipBytes bytes, int maxMembers, CancellationToken cancel)
    {
        var index = new ZipCentral(bytes, maxMembers, cancel).TryRead() ?? Salvage(bytes, maxMembers, cancel);
        return index with { IsDocument = index.IsDocument || index.Items.Any(IsPackagePart) };
    }

    private static ZipIndex Salvage(ZipBytes bytes, int maxMembers, CancellationToken cancel)
    {
        var index = new ZipLocalScan(bytes, maxMembers, cancel).Read();
        if (index.Items.Count > 0)
            return index with
            {
                Reason = IngestionReason.ArchiveSalvaged,
                Detail = $"The archive's directory is missing or damaged; {index.Items.Count} members were found by their own headers.",
            };
        return bytes.At(0, 2).SequenceEqual("PK"u8)
            ? index with { Reason = IngestionReason.Truncated, Detail = "The archive ends before its first member. Fetch it again from its source." }
            : index with { IsDocument = true };
    }

    private static bool IsPackagePart(ZipItem item) =>
        item.RawName.Length < 32 && PackageParts.Contains(System.Text.Encoding.Latin1.GetString(item.RawName), StringComparer.OrdinalIgnoreCase);
}
