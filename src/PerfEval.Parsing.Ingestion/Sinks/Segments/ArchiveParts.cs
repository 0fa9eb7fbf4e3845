using System.Globalization;
using System.Text.Json;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>The finished parts of an archive in one file format.</summary>
internal abstract class ArchiveParts
{
    /// <summary>What the manifest calls the format.</summary>
    public abstract string Kind { get; }

    /// <summary>In which form the log keeps documents until they are merged.</summary>
    public abstract DocumentForm Form { get; }

    /// <summary>Takes the files (and where it needs them the documents) of the finished parts into the index.</summary>
    public abstract Task IndexAsync(MergeInput input, CancellationToken cancellationToken);

    /// <summary>Whether something that was thrown while finished parts and the log were read says that they are damaged.</summary>
    public virtual bool IsDamage(Exception exception) =>
        exception is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException or OverflowException;

    /// <summary>Reads the dead letters of the finished parts.</summary>
    public abstract IAsyncEnumerable<DeadLetter> ReadFailuresAsync(MergeInput input, CancellationToken cancellationToken);

    /// <summary>Writes new parts, so that together with those kept they hold what the index says; deletes nothing.</summary>
    public abstract Task<MergeOutput> MergeAsync(MergeInput input, IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken);
}

/// <summary>What a merge starts from.</summary>
/// <param name="Folder">The archive's folder.</param>
/// <param name="Manifest">The parts so far.</param>
/// <param name="Log">The batches since.</param>
/// <param name="Index">Both by ids.</param>
internal sealed record MergeInput(string Folder, SinkManifest Manifest, BatchLog Log, ArchiveIndex Index)
{
    /// <summary>The segments to be merged.</summary>
    public IReadOnlyList<int> Segments => Log.Segments(Manifest.Merged);

    public string PathOf(PartFile part) => Path.Join(Folder, part.Name);

    /// <summary>The dead letters as they are now.</summary>
    public IAsyncEnumerable<DeadLetter> Failures(IAsyncEnumerable<DeadLetter> merged) => Index.Failures.ReadAsync(merged, Log);
}

/// <summary>The parts after a merge.</summary>
internal sealed class MergeOutput(MergeInput input, string extension)
{
    private readonly Dictionary<string, List<PartFile>> _tables = [];

    public int NextPart { get; private set; } = input.Manifest.NextPart;

    public IReadOnlyDictionary<string, IReadOnlyList<PartFile>> Tables =>
        _tables.ToDictionary(table => table.Key, table => (IReadOnlyList<PartFile>)table.Value);

    /// <summary>Keeps or adds a part.</summary>
    public void Add(string table, PartFile part)
    {
        if (!_tables.TryGetValue(table, out var parts))
            _tables.Add(table, parts = []);
        parts.Add(part);
    }

    /// <summary>A name for a new part, below the archive's folder.</summary>
    /// <param name="folder">The part's folder; empty for the archive's own.</param>
    public string NewName(string folder)
    {
        Directory.CreateDirectory(Path.Join(input.Folder, folder));
        return $"{folder}{(folder.Length > 0 ? "/" : "")}part-{(NextPart++).ToString("D6", CultureInfo.InvariantCulture)}{extension}";
    }
}
