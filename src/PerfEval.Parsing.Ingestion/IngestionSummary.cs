using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion;

/// <summary>How a run ended.</summary>
public enum IngestionEnd
{
    /// <summary>Everything enumerated has its record.</summary>
    Finished,

    /// <summary>Stopped before the end (cancelled, sink or disk failing, breaker); a run over the same journal goes on from there.</summary>
    Stopped,

    /// <summary>The account does not add up, or the run failed by a defect.</summary>
    Failed,
}

/// <summary>A number of files and of their bytes.</summary>
/// <param name="Files">Files.</param>
/// <param name="Bytes">Bytes.</param>
public readonly record struct FileCount(long Files, long Bytes)
{
    /// <summary>The sum.</summary>
    /// <param name="a">One count.</param>
    /// <param name="b">The other.</param>
    public static FileCount operator +(FileCount a, FileCount b) => new(a.Files + b.Files, a.Bytes + b.Bytes);
}

/// <summary>The figures of a run, at its end or under way.</summary>
public sealed record IngestionSummary
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>How it ended.</summary>
    public IngestionEnd End { get; init; }

    /// <summary>Why it stopped or failed; <see langword="null"/> for a finished run.</summary>
    public string? EndDetail { get; init; }

    /// <summary>What was enumerated, counted where paths are found.</summary>
    public FileCount Enumerated { get; init; }

    /// <summary>What became of it, counted where records are acknowledged by the sink (skipped: where they are skipped).</summary>
    public IReadOnlyDictionary<FileState, FileCount> States { get; init; } = new Dictionary<FileState, FileCount>();

    /// <summary>How often each reason stands first in a record.</summary>
    public IReadOnlyDictionary<IngestionReason, long> Reasons { get; init; } = new Dictionary<IngestionReason, long>();

    /// <summary>Files by state that were written to the sink in this run; skipped files that keep an earlier record are not among them.</summary>
    public IReadOnlyDictionary<FileState, long> Written { get; init; } = new Dictionary<FileState, long>();

    /// <summary>Files of this run by state as the sink itself counts them; <see langword="null"/> where the run did not come so far.</summary>
    public IReadOnlyDictionary<FileState, long>? InSink { get; init; }

    /// <summary>Documents parsed: contents, not paths.</summary>
    public long Documents { get; init; }

    /// <summary>Reports found in them.</summary>
    public long Reports { get; init; }

    /// <summary>Tries that failed and were repeated.</summary>
    public long Retries { get; init; }

    /// <summary>Worker processes started.</summary>
    public long WorkerStarts { get; init; }

    /// <summary>How often the sink or a full disk refused what was to be written; it was tried again.</summary>
    public long SinkRefusals { get; init; }

    /// <summary>What was put right before the run (a damaged journal rebuilt from the sink …), for the operator.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The figures as a JSON object, as the <c>runs</c> table has them.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => SummaryJson.Of(this);

    /// <summary>Whether enumerated = complete + partial + failed + skipped, in files and in bytes.</summary>
    public bool Balances => States.Values.Aggregate(default(FileCount), (sum, count) => sum + count) == Enumerated;

    /// <summary>Whether the sink holds what was written; true where it was not asked.</summary>
    public bool SinkAgrees =>
        InSink is null || Enum.GetValues<FileState>().All(state => InSink.GetValueOrDefault(state) == Written.GetValueOrDefault(state));
}
