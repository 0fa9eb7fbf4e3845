using PerfEval.Parsing.Ingestion.Inputs.Disks;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>A file on the disk.</summary>
internal sealed class FileEntry : InventoryEntry
{
    public required DiskNode Node { get; init; }

    /// <summary>The path to read, below the root: what rules go by.</summary>
    public required string PathBelowRoot { get; init; }

    public override ContentReading Read(long maxBytes, CancellationToken cancellationToken) => FileReading.Read(Node, maxBytes, cancellationToken);
}

/// <summary>A path of which nothing is to be read: it failed, a rule leaves it out, or it is an archive that was taken apart.</summary>
internal sealed class SettledEntry : InventoryEntry
{
    public override ContentReading Read(long maxBytes, CancellationToken cancellationToken) => new(null, null, Reason, Detail);
}
