using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Supervising.Guards;

/// <summary>Looks back over the last files: many failures for one reason that is not of the files' making mean that something else is broken.</summary>
internal sealed class Breaker(double share, int window)
{
    private readonly Lock _lock = new();
    private readonly Queue<IngestionReason?> _last = new();
    private readonly Dictionary<IngestionReason, int> _counts = [];

    /// <summary>Notes how a file ended.</summary>
    /// <returns>The reason to stop for; <see langword="null"/> to go on.</returns>
    public IngestionReason? Note(FileState state, IngestionReason? reason)
    {
        var system = state == FileState.Failed && reason is { } r && IsOfTheSystem(r) ? reason : null;
        lock (_lock)
        {
            _last.Enqueue(system);
            if (system is { } added)
                _counts[added] = _counts.GetValueOrDefault(added) + 1;
            if (_last.Count > window && _last.Dequeue() is { } left)
                _counts[left]--;
            return system is { } s && _last.Count == window && _counts[s] > share * window ? s : null;
        }
    }

    public static string Diagnosis(IngestionReason reason) =>
        $"Most of the last files failed for the same reason, {reason}, which is hardly theirs: is the archive still there and readable, are the workers healthy?";

    private static bool IsOfTheSystem(IngestionReason reason) =>
        reason is IngestionReason.NotFound or IngestionReason.AccessDenied or IngestionReason.ReadError
            or IngestionReason.WorkerSignal or IngestionReason.WorkerExit or IngestionReason.ProtocolError;
}
