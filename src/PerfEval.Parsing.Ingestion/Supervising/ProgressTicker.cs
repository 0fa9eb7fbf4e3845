namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>Tells of the figures four times a second, as long as there is something to tell of.</summary>
internal sealed class ProgressTicker(IProgress<IngestionSummary>? progress, Func<IngestionSummary> summary)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Ticks until it is cancelled. What the listener throws ends it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (progress is null)
            return;
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!cancellationToken.IsCancellationRequested)
                progress.Report(summary());
        }
    }
}
