using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>One run of <c>perfeval ingest</c>: open the target, run the pipeline under the eyes of the user, print the account.</summary>
internal sealed class IngestRun(IngestSettings settings, Terminal terminal)
{
    private readonly IngestProgress _progress = new(terminal.Error, settings.Progress ?? (terminal.ShowProgress ? ProgressStyle.Live : ProgressStyle.Plain));

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
        using (var stop = new RunStop(_progress.Say, cancellationToken))
        {
            var roots = Roots();
            using var counting = CancellationTokenSource.CreateLinkedTokenSource(stop.Abort);
            var counted = Task.Run(async () => _progress.Total = await pipeline.CountAsync(roots, counting.Token), counting.Token);
            var summary = await pipeline.RunAsync(roots, sink, _progress, stop.Drain, stop.Abort);
            await counting.CancelAsync();
            await counted.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            _progress.Clear();
            await PrintAsync(summary);
            return IngestExitCode.Of(summary);
        }
    }

    private List<IngestionRoot> Roots()
    {
        var roots = new List<IngestionRoot>();
        foreach (var input in settings.Inputs)
        {
            if (input == InputFile.StandardInput)
                roots.AddRange(PathList.Read(terminal.Input, settings.NullList));
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
