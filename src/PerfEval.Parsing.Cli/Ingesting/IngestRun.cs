using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>One run of <c>perfeval ingest</c>: open the target, run the pipeline under the eyes of the user, print the account.</summary>
internal sealed class IngestRun(IngestSettings settings, Terminal terminal)
{
    private readonly IngestProgress _progress = new(terminal.Error, settings.Progress ?? (terminal.ErrorIsScreen ? ProgressStyle.Live : ProgressStyle.Plain));

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IIngestionSink sink;
        IngestionPipeline pipeline;
        try
        {
            sink = IngestionSinks.Open(settings.Target);
            pipeline = new IngestionPipeline(settings.Options);
        }
        catch (ArgumentException e)
        {
            _progress.Say(e.Message);
            return ExitCode.Usage;
        }

        await using (sink)
        {
            try
            {
                return await RunAsync(pipeline, sink, cancellationToken);
            }
            catch (IngestionLockedException e)
            {
                _progress.Say(e.Message);
                return ExitCode.Usage;
            }
        }
    }

    private async Task<int> RunAsync(IngestionPipeline pipeline, IIngestionSink sink, CancellationToken cancellationToken)
    {
        using var stop = new RunStop(_progress.Say, cancellationToken);
        var roots = Roots();
        using var counting = CancellationTokenSource.CreateLinkedTokenSource(stop.Abort);
        var counted = CountAsync(pipeline, roots, counting.Token);
        var summary = await pipeline.RunAsync(roots, sink, _progress, stop.Abort, stop.Drain);
        await counting.CancelAsync();
        await counted;
        _progress.Clear();
        await PrintAsync(summary);
        return IngestExitCode.Of(summary);
    }

    // The number serves the estimate of the time only: a run that ends before the count does not wait for it.
    private async Task CountAsync(IngestionPipeline pipeline, List<IngestionRoot> roots, CancellationToken cancel)
    {
        try
        {
            await Task.Yield();
            _progress.Total = (await pipeline.CountAsync(roots, cancel)).Files;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            _progress.Total = null;
        }
    }

    private List<IngestionRoot> Roots()
    {
        var roots = new List<IngestionRoot>();
        foreach (var input in settings.Inputs)
        {
            if (input == InputFile.StandardInput)
                roots.AddRange(IngestionRoot.ReadList(terminal.Input, settings.NullList));
            else
                roots.Add(input);
        }

        return roots;
    }

    private async Task PrintAsync(IngestionSummary summary)
    {
        await terminal.Output.WriteAsync(Terminal.Utf8.GetBytes(SummaryText.Of(summary)));
        if (settings.SummaryPath is { } path)
            await File.WriteAllTextAsync(path, summary.ToJson() + "\n", Terminal.Utf8);
    }
}
