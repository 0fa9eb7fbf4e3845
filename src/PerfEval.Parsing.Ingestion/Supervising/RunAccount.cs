using System.Diagnostics;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>Counts what goes in and what comes out, in two places that do not know of each other.</summary>
internal sealed class RunAccount(IngestionRun run)
{
    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Dictionary<FileState, FileCount> _states = [];
    private readonly Dictionary<IngestionReason, long> _reasons = [];
    private readonly Dictionary<FileState, long> _written = [];
    private readonly List<string> _notes = [];
    private FileCount _enumerated;
    private long _documents;
    private long _reports;
    private long _retries;
    private long _refusals;

    /// <summary>A path was found.</summary>
    public void Enumerated(long bytes)
    {
        lock (_lock)
            _enumerated += new FileCount(1, bytes);
    }

    /// <summary>A file was left as it stands.</summary>
    public void Skipped(IngestionReason reason, long bytes)
    {
        lock (_lock)
            Count(FileState.Skipped, reason, bytes);
        IngestionTelemetry.Count(FileState.Skipped, reason, bytes);
    }

    /// <summary>The sink has taken a batch.</summary>
    public void Acknowledged(IngestionBatch batch, long retries)
    {
        lock (_lock)
        {
            foreach (var file in batch.Files)
            {
                Count(file.State, file.Reasons.Count > 0 ? file.Reasons[0] : null, file.Length);
                _written[file.State] = _written.GetValueOrDefault(file.State) + 1;
            }

            _documents += batch.Documents.Count;
            _reports += batch.Documents.Sum(document => (long)document.Reports.Count);
            _retries += retries;
        }

        IngestionTelemetry.Count(batch, retries);
    }

    /// <summary>The sink or a disk refused, for now or for good.</summary>
    public void Refused()
    {
        lock (_lock)
            _refusals++;
        IngestionTelemetry.Refused();
    }

    public void Note(string note)
    {
        lock (_lock)
            _notes.Add(note);
    }

    public IngestionSummary Summary(long workerStarts)
    {
        lock (_lock)
            return new IngestionSummary
            {
                RunId = run.RunId,
                Enumerated = _enumerated,
                States = new Dictionary<FileState, FileCount>(_states),
                Reasons = new SortedDictionary<IngestionReason, long>(_reasons),
                Written = new Dictionary<FileState, long>(_written),
                Documents = _documents,
                Reports = _reports,
                Retries = _retries,
                WorkerStarts = workerStarts,
                SinkRefusals = _refusals,
                Notes = [.. _notes],
                Elapsed = Stopwatch.GetElapsedTime(_started),
            };
    }

    private void Count(FileState state, IngestionReason? reason, long bytes)
    {
        _states[state] = _states.GetValueOrDefault(state) + new FileCount(1, bytes);
        if (reason is { } r)
            _reasons[r] = _reasons.GetValueOrDefault(r) + 1;
    }
}
