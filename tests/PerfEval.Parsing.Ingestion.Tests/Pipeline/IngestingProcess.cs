using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>
/// A run in a process of its own, for tests that kill it: ingests an archive into a <see cref="FolderSink"/> or a real target, says when it is under way, and ends with the
/// number of <see cref="IngestionEnd"/>.
/// </summary>
internal static class IngestingProcess
{
    public const string UnderWay = "under way";

    public static async Task<int> RunAsync(string archive, string journal, string target, WorkerIsolation isolation)
    {
        var options = IngestionOptions.Default with
        {
            JournalPath = journal,
            Isolation = isolation,
            Workers = 2,
            BatchFiles = KillTests.BatchFiles,
            BatchTime = TimeSpan.FromMilliseconds(50),
            MinFreeBytes = 0,
        };
        await using IIngestionSink sink = target.Contains(':', StringComparison.Ordinal) || Path.HasExtension(target) ? IngestionSinks.Open(target) : new FolderSink(target);
        Console.WriteLine(UnderWay);
        var summary = await new IngestionPipeline(options).RunAsync([archive], sink);
        if (summary.End != IngestionEnd.Finished || !summary.Balances || !summary.SinkAgrees)
            Console.WriteLine($"{summary.End}: {summary.EndDetail}");
        return (int)summary.End;
    }
}
