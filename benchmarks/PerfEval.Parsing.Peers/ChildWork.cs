using System.Diagnostics;
using System.Globalization;
using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Peers;

/// <summary>What this program does in a process of its own, when it starts itself.</summary>
internal static class ChildWork
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case ["peak", var file]:
                ReportParser.Default.ParseFile(file);
                using (var self = Process.GetCurrentProcess())
                    Console.Write(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
                return 0;
            case ["parse", var directory, var jobs]:
                await ParseAsync(Directory.EnumerateFiles(directory), int.Parse(jobs, CultureInfo.InvariantCulture)).ConfigureAwait(false);
                return 0;
            case ["ingest", var directory, var jobs, var target]:
                return await IngestAsync(directory, int.Parse(jobs, CultureInfo.InvariantCulture), target).ConfigureAwait(false);
            default:
                await Console.Error.WriteLineAsync("This is for the program itself.").ConfigureAwait(false);
                return 1;
        }
    }

    /// <summary>Parses files in this process and forgets them.</summary>
    public static async Task ParseAsync(IEnumerable<string> paths, int jobs)
    {
        await foreach (var result in ReportParser.Default.ParseFilesAsync(paths, jobs).ConfigureAwait(false))
            if (result.Status == ParseStatus.Unreadable)
                throw new InvalidOperationException($"{result}");
    }

    private static async Task<int> IngestAsync(string directory, int jobs, string target)
    {
        var pipeline = new IngestionPipeline(new IngestionOptions { Workers = jobs, JournalPath = target + ".journal" });
        var sink = IngestionSinks.Open(target);
        await using (sink.ConfigureAwait(false))
        {
            var summary = await pipeline.RunAsync([directory], sink).ConfigureAwait(false);
            if (summary.End == IngestionEnd.Finished && !summary.States.ContainsKey(FileState.Failed))
                return 0;
            await Console.Error.WriteLineAsync(summary.ToJson()).ConfigureAwait(false);
            return 1;
        }
    }
}
