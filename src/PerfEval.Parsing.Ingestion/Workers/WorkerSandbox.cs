using PerfEval.Parsing.Ingestion.Workers.Processes;

namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>What keeps documents from doing harm on this system. What is not to be had here is said, never silently absent.</summary>
public static class WorkerSandbox
{
    /// <summary>Starts a worker and asks it.</summary>
    /// <param name="options">How to ingest; the defaults if left out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The protections, in force or not.</returns>
    /// <exception cref="InvalidOperationException">No worker can be started; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<IReadOnlyList<WorkerProtection>> ProbeAsync(IngestionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= IngestionOptions.Default;
        if (options.Isolation == WorkerIsolation.None)
            return [new WorkerProtection("process of its own", false, "documents are parsed in the supervisor's process, by choice")];
        try
        {
            await using var launcher = new WorkerLauncher(options, options.MaxOutputBytes);
            var worker = await launcher.StartAsync(options.Limits, cancellationToken).ConfigureAwait(false);
            var greeting = await worker.Greeting.ConfigureAwait(false);
            return [new WorkerProtection("process of its own", true, "whatever a document does, it costs that document only"), .. Outside(options), .. greeting.Protections];
        }
        catch (WorkersBrokenException e)
        {
            throw new InvalidOperationException(e.Message, e);
        }
    }

    /// <summary>What is done around the process.</summary>
    private static IEnumerable<WorkerProtection> Outside(IngestionOptions options)
    {
        var own = options.WorkerCommand.Count == 0;
        var network = NetworkIsolation.Current;
        yield return own
            ? new WorkerProtection("no network", network.Prefix.Count > 0, network.Detail)
            : new WorkerProtection("no network", false, $"left to the program named as {nameof(IngestionOptions.WorkerCommand)}");
        yield return own
            ? new WorkerProtection("clean environment", true, "only what the runtime needs; no passwords of the supervisor")
            : new WorkerProtection("clean environment", false, $"left to the program named as {nameof(IngestionOptions.WorkerCommand)}");
        yield return new WorkerProtection("read-only file system", false, "not done: a worker may read and write what the user may");
    }
}
