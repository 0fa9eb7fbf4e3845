using System.Data.Common;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Ingestion.Supervising.Guards;

/// <summary>Tries again what a sink or a disk refuses, with growing pauses; a run that waits loses nothing.</summary>
internal sealed class Patience(int attempts, TimeSpan firstPause, StopSignal stop, Action refused)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Does something that may be refused, and that is safe to do again.</summary>
    /// <param name="what">What it is, for the operator.</param>
    /// <param name="act">Does it.</param>
    /// <exception cref="RunStoppedException">It was refused for good.</exception>
    public async Task TryAsync(string what, Func<CancellationToken, Task> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await act(stop.Closing).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (IsRefusal(e))
            {
                refused();
                if (attempt >= attempts || e is SinkException { IsPermanent: true } || stop.Token.IsCancellationRequested)
                    throw new RunStoppedException(IngestionEnd.Stopped, $"{what}: {e.Message}", e);
            }

            await PauseAsync(attempt).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the world outside refused, rather than the program being wrong.</summary>
    private static bool IsRefusal(Exception e) =>
        e is SinkException or IOException or UnauthorizedAccessException or TimeoutException or DbException or OperationCanceledException;

    /// <summary>A run that is stopped meanwhile waits no longer, but tries once more.</summary>
    private async Task PauseAsync(int attempt)
    {
        var ticks = Math.Min(LongestPause.Ticks, firstPause.Ticks * Math.Pow(2, attempt - 1));
        await Task.Delay(TimeSpan.FromTicks((long)ticks), stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
