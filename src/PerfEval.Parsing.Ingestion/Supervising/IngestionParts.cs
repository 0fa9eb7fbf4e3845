using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Inputs.Zips;
using PerfEval.Parsing.Ingestion.Workers;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>What a run is put together from; tests put in their own.</summary>
internal sealed record IngestionParts
{
    /// <summary>What a pipeline over roots is put together from.</summary>
    /// <exception cref="ArgumentException">A pattern of the options cannot be read.</exception>
    public static IngestionParts Of(IngestionOptions options, IReadOnlyList<IngestionRoot> roots)
    {
        var isolated = options.Isolation == WorkerIsolation.Process ? new WorkerArchiveExpander(options, Path.GetTempPath()) : null;
        var inventory = new Inventory(roots, options, (IArchiveExpander?)isolated ?? new ZipExpander(Path.GetTempPath()));
        return new IngestionParts
        {
            Inventory = inventory.EnumerateAsync,
            Notes = () => inventory.Notes,
            Workers = () => options.Isolation == WorkerIsolation.None ? new InProcessWorkers(options) : new ProcessWorkers(options),
            OtherStarts = () => isolated?.Starts ?? 0,
            Release = () => isolated?.DisposeAsync() ?? ValueTask.CompletedTask,
        };
    }

    /// <summary>Enumerates what lies under the roots.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<InventoryEntry>> Inventory { get; init; }

    /// <summary>What the operator should know of the roots, once they are enumerated.</summary>
    public Func<IReadOnlyList<string>> Notes { get; init; } = () => [];

    /// <summary>Makes the workers.</summary>
    public required Func<IDocumentWorkers> Workers { get; init; }

    /// <summary>Processes started besides those of the workers: for archives.</summary>
    public Func<long> OtherStarts { get; init; } = () => 0;

    /// <summary>Ends what the parts hold, after the run.</summary>
    public Func<ValueTask> Release { get; init; } = () => ValueTask.CompletedTask;

    /// <summary>Told of every step on the journal and the sink before it is taken. Whatever it throws, the step throws.</summary>
    public Action<string> Step { get; init; } = _ => { };

    /// <summary>How many bytes are free where a path lies.</summary>
    public Func<string, long> FreeBytes { get; init; } = FreeBytesAt;

    private static long FreeBytesAt(string path)
    {
        var full = Path.GetFullPath(path);
        return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(full)! : Path.GetDirectoryName(full)!).AvailableFreeSpace;
    }
}
