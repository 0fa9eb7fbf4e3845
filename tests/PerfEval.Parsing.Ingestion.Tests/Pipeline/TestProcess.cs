using System.Globalization;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>
/// The tests as a program, so that a test can kill a run: <c>ARCHIVE JOURNAL SINK ISOLATION WORKERS</c> ingests an archive into a <see cref="FolderSink"/>,
/// says when it is under way, and ends with the number of <see cref="IngestionEnd"/>.
/// </summary>
internal static class TestProcess
{
    public const string UnderWay = "under way";
    private const int Misused = 100;

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var archive, var journal, var directory, var isolation, var workers])
            return Misused;
        var options = IngestionOptions.Default with
        {
            JournalPath = journal,
            Isolation = Enum.Parse<WorkerIsolation>(isolation),
            Workers = int.Parse(workers, CultureInfo.InvariantCulture),
            BatchFiles = 7,
            BatchTime = TimeSpan.FromMilliseconds(50),
            MinFreeBytes = 0,
        };
        await using var sink = new FolderSink(directory);
        Console.WriteLine(UnderWay);
        var summary = await new IngestionPipeline(options).RunAsync([archive], sink);
        if (summary.End != IngestionEnd.Finished || !summary.Balances || !summary.SinkAgrees)
            Console.WriteLine($"{summary.End}: {summary.EndDetail}");
        return (int)summary.End;
    }
}
