using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Supervising;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>A directory with a journal, a sink in memory, and what runs over both.</summary>
internal sealed class Bench : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("perfeval-pipeline-");

    public SinkContents Contents { get; set; } = new();

    public string Journal => Path.Combine(_directory.FullName, "run.journal");

    public IngestionOptions Options => IngestionOptions.Default with
    {
        JournalPath = Journal,
        Workers = 2,
        BatchFiles = 4,
        BatchTime = TimeSpan.FromMilliseconds(20),
        SinkPause = TimeSpan.FromMilliseconds(1),
        SinkAttempts = 3,
        MinFreeBytes = 0,
    };

    /// <summary>A mixed list: duplicates, failures, partial ones, rules, an archive, damaged members.</summary>
    public static IReadOnlyList<ListedFile> Mixed(int documents = 6) =>
    [
        .. Enumerable.Range(0, documents).Select(i => ListedFile.Of($"a/{i:d3}.txt", $"report {i}")),
        ListedFile.Of("b/copy.txt", "report 1"),
        ListedFile.Of("b/corrupt.docx", "fail Corrupt"),
        ListedFile.Of("b/corrupt-copy.docx", "fail Corrupt"),
        ListedFile.Of("b/garbled.pdf", "partial TextGarbled"),
        ListedFile.Of("c.zip!/damaged.txt", "report 1000"u8.ToArray(), damage: IngestionReason.CrcMismatch),
        ListedFile.Of("c.zip!/sound.txt", "report 1000"),
        ListedFile.Archive("c.zip", 77, IngestionReason.EntryLimit),
        ListedFile.Settled("d/.DS_Store", IngestionReason.SystemFile),
        ListedFile.Settled("d/closed", IngestionReason.AccessDenied),
        ListedFile.Of("d/unreadable.txt", "0123"u8.ToArray(), unreadable: IngestionReason.ReadError),
        ListedFile.Of("e/copy.txt", "report 0"),
    ];

    public void Dispose() => _directory.Delete(recursive: true);

    public Task<IngestionSummary> RunAsync(
        IEnumerable<InventoryEntry> files,
        IngestionOptions? options = null,
        IIngestionSink? sink = null,
        ScriptedWorkers? workers = null,
        Action<string>? step = null,
        Func<string, long>? freeBytes = null,
        IProgress<IngestionSummary>? progress = null,
        CancellationToken cancellationToken = default,
        CancellationToken drain = default)
    {
        options ??= Options;
        var parts = new IngestionParts
        {
            Inventory = _ => files.ToAsyncEnumerable(),
            Workers = () => workers ?? new ScriptedWorkers(options.Workers),
            Step = step ?? (_ => { }),
            FreeBytes = freeBytes ?? (_ => long.MaxValue),
        };
        return new IngestionPipeline(options).RunAsync(parts, sink ?? new MemorySink(Contents), progress, cancellationToken, drain);
    }

    /// <summary>What an undisturbed run over the same files leaves.</summary>
    public static async Task<string> UndisturbedAsync(IEnumerable<InventoryEntry> files)
    {
        using var bench = new Bench();
        var summary = await bench.RunAsync(files);
        Xunit.Assert.Equal((IngestionEnd.Finished, null), (summary.End, summary.EndDetail));
        return bench.Contents.Snapshot();
    }
}
