using System.Diagnostics;
using PerfEval.Parsing.Ingestion;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>How a run shows that it goes on.</summary>
internal enum ProgressStyle
{
    /// <summary>Not.</summary>
    None,

    /// <summary>One line now and then, as logs want it.</summary>
    Plain,

    /// <summary>One line that is drawn again in its place.</summary>
    Live,
}

/// <summary>Shows the figures of a run on standard error.</summary>
internal sealed class IngestProgress(TextWriter error, ProgressStyle style) : IProgress<IngestionSummary>
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private int _drawn;

    /// <summary>How many files there will be, once that is counted.</summary>
    public long? Total { get; set; }

    public void Report(IngestionSummary value)
    {
        if (style == ProgressStyle.None)
            return;
        lock (_lock)
        {
            if (style == ProgressStyle.Live)
                Draw(SummaryText.Progress(value, Total));
            else if (_since.Elapsed >= BetweenLines)
            {
                _since.Restart();
                error.WriteLine("perfeval: " + SummaryText.Progress(value, Total));
            }
        }
    }

    /// <summary>Prints a line of its own.</summary>
    public void Say(string remark)
    {
        lock (_lock)
        {
            Draw("");
            error.WriteLine("perfeval: " + remark);
        }
    }

    /// <summary>Takes the live line away.</summary>
    public void Clear()
    {
        lock (_lock)
            Draw("");
    }

    private void Draw(string line)
    {
        if (style != ProgressStyle.Live || (line.Length == 0 && _drawn == 0))
            return;
        error.Write("\r" + line.PadRight(_drawn) + (line.Length == 0 ? "\r" : ""));
        _drawn = line.Length;
    }
}
