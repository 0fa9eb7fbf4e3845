using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion;

/// <summary>Where documents are parsed.</summary>
public enum WorkerIsolation
{
    /// <summary>In worker processes: whatever a document does, it costs that document only.</summary>
    Process,

    /// <summary>In this process: a stack overflow or a crash in a document ends the run; a hang holds up a thread for ever. For trusted files and debugging.</summary>
    None,
}

/// <summary>How to ingest. An immutable value, checked when a pipeline is made of it.</summary>
public sealed record IngestionOptions
{
    /// <summary>The defaults.</summary>
    public static IngestionOptions Default { get; } = new();

    /// <summary>How to parse. Readers and extractors of the caller's own need a <see cref="WorkerCommand"/> that knows them, or no isolation; otherwise they are refused.</summary>
    public ReportParserOptions Parser { get; init; } = ReportParserOptions.Default;

    /// <summary>Documents parsed at the same time; one for each processor unless set.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Where they are parsed.</summary>
    public WorkerIsolation Isolation { get; init; } = WorkerIsolation.Process;

    /// <summary>
    /// The program and arguments that start a worker, which calls <c>IngestionWorker.Run</c>; empty for this library's own, started by <c>dotnet exec</c>.
    /// A host published as a single file or natively has to name itself here.
    /// What is named here keeps the environment and the network, which the library's own worker does not; it may be wrapped (<c>unshare --net</c>, <c>bwrap</c> …).
    /// </summary>
    public IReadOnlyList<string> WorkerCommand { get; init => field = ValueList.From(value); } = ValueList.Create<string>([]);

    /// <summary>
    /// How a host that contains this library natively, and so cannot be run by <c>dotnet exec</c>, starts itself as the library's own worker: with the same environment
    /// and network as that; empty for <c>dotnet exec</c>.
    /// </summary>
    internal IReadOnlyList<string> OwnWorker { get; init => field = ValueList.From(value); } = ValueList.Create<string>([]);

    /// <summary>What a worker may cost; ordinary lane.</summary>
    public WorkerLimits Limits { get; init; } = new();

    /// <summary>What a worker may cost when a document that took too long or too much memory is tried once more.</summary>
    public WorkerLimits LargeLimits { get; init; } = new()
    {
        SoftTimeout = TimeSpan.FromMinutes(5),
        HardTimeout = TimeSpan.FromMinutes(5.5),
        StallTimeout = TimeSpan.FromMinutes(2.5),
        MaxMemory = 4L << 30,
    };

    /// <summary>Whether what failed by time, memory or a crash is tried once more within the run.</summary>
    public bool RetryFailures { get; init; } = true;

    /// <summary>After how many documents a worker is replaced: 500.</summary>
    public int RecycleAfter { get; init; } = 500;

    /// <summary>A worker that holds more after a document than this is replaced: 512 MiB.</summary>
    public long RecycleMemory { get; init; } = 512L << 20;

    /// <summary>The most bytes of one document's result: 256 MiB.</summary>
    public long MaxOutputBytes { get; init; } = 256L << 20;

    /// <summary>Only paths that fit one of these are ingested (<c>**/*.docx</c>, below the root); empty for all.</summary>
    public IReadOnlyList<string> Include { get; init => field = ValueList.From(value); } = ValueList.Create<string>([]);

    /// <summary>Paths that fit one of these are skipped.</summary>
    public IReadOnlyList<string> Exclude { get; init => field = ValueList.From(value); } = ValueList.Create<string>([]);

    /// <summary>Whether symbolic links are followed; never out of the root, never in a circle.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>Whether members of zip archives are ingested as files.</summary>
    public bool ExpandArchives { get; init; } = true;

    /// <summary>How deep archives may lie within archives: 5.</summary>
    public int MaxArchiveDepth { get; init; } = 5;

    /// <summary>The most bytes that the members of one archive, archives within it included, may come to: 64 GiB.</summary>
    public long MaxArchiveBytes { get; init; } = 64L << 30;

    /// <summary>The most members of one archive, archives within it included: 1,000,000.</summary>
    public int MaxArchiveEntries { get; init; } = 1_000_000;

    /// <summary>Whether a content that lies there several times is parsed once. Each path has its record either way.</summary>
    public bool Deduplicate { get; init; } = true;

    /// <summary>Files that ended with one of these in an earlier run are ingested again, although their content was done.</summary>
    public IReadOnlyList<IngestionReason> Retry { get; init => field = ValueList.From(value); } = ValueList.Create<IngestionReason>([]);

    /// <summary>The most files of a batch: 200.</summary>
    public int BatchFiles { get; init; } = 200;

    /// <summary>The most bytes of a batch's reports: 32 MiB.</summary>
    public long BatchBytes { get; init; } = 32L << 20;

    /// <summary>The longest that a finished file waits for its batch to fill: 2 s.</summary>
    public TimeSpan BatchTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The most bytes of contents read ahead of the workers: 128 MiB.</summary>
    public long ReadAheadBytes { get; init; } = 128L << 20;

    /// <summary>How often a batch that the sink refuses is tried before the run stops, resumably: 8, with growing pauses of a minute at most.</summary>
    public int SinkAttempts { get; init; } = 8;

    /// <summary>The first pause after a refusal of the sink: 0.5 s.</summary>
    public TimeSpan SinkPause { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Below so much free space where the journal lies, the run waits as for a refusing sink: 64 MiB.</summary>
    public long MinFreeBytes { get; init; } = 64L << 20;

    /// <summary>
    /// The run stops, resumably, if more than this share of the last <see cref="BreakerWindow"/> files failed for one reason that smells of the system rather than
    /// of the files (not found, not readable, worker ended): an unmounted share must not become 100,000 failures. 0.5; 1 never stops.
    /// </summary>
    public double BreakerShare { get; init; } = 0.5;

    /// <summary>How many files the breaker looks back: 200.</summary>
    public int BreakerWindow { get; init; } = 200;

    /// <summary>The run stops if so many workers in a row ended without one finished document: 20.</summary>
    public int MaxIdleRestarts { get; init; } = 20;

    /// <summary>Where the journal lies; a run over the same journal goes on where the last one stopped.</summary>
    public string JournalPath { get; init; } = "perfeval-ingest.journal";

    /// <summary>The clock; only for records of when things happened, never for results.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What one worker may cost.</summary>
public sealed record WorkerLimits
{
    /// <summary>After this a document is asked to stop: 60 s, and 1 s for every 10 MiB of the file.</summary>
    public TimeSpan SoftTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After this its process is ended: 90 s, and 1 s for every 10 MiB of the file.</summary>
    public TimeSpan HardTimeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Without any progress for so long its process is ended: 30 s.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most memory of the managed heap, bytes: 1 GiB. The whole process may hold half as much again.</summary>
    public long MaxMemory { get; init; } = 1L << 30;
}
