using System.Globalization;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>Whatever moment the writing process is killed at, the database holds the acknowledged batches, whole.</summary>
public sealed class DuckDbKillTests
{
    private const int Rounds = 20;

    [Fact]
    public async Task AKillAtAnyMomentLosesNoAcknowledgedBatchAndLeavesNoHalfOne()
    {
        using var archive = new DuckDbArchive();
        var chance = new Random(20261123);
        var next = 0;
        for (var round = 0; round < Rounds; round++)
        {
            next = Math.Max(next, await Killed(archive, next, chance) + 1);
            var held = Held(archive);

            // One batch more than acknowledged may have been committed before the word of it came through.
            Assert.InRange(held, next, next + 1);
            next = held;
        }

        Assert.True(next > Rounds / 2, "The writers hardly wrote; the test shows nothing.");
    }

    private static async Task<int> Killed(DuckDbArchive archive, int from, Random chance)
    {
        using var writer = ChildProcess.Start("write-duckdb", archive.File, from.ToString(CultureInfo.InvariantCulture));
        var acknowledged = from - 1;
        var writing = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            while (await writer.StandardOutput.ReadLineAsync() is { } line)
            {
                acknowledged = int.Parse(line, CultureInfo.InvariantCulture);
                writing.TrySetResult();
            }
        });

        // Every fourth is killed while it starts: at opening the database, or making its tables.
        if (chance.Next(4) > 0)
            await writing.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Task.Delay(chance.Next(0, 300));
        writer.Kill();
        await writer.WaitForExitAsync();
        await reading;
        return acknowledged;
    }

    /// <summary>How many batches the database holds, once it is shown that each is whole.</summary>
    private static int Held(DuckDbArchive archive)
    {
        if (!System.IO.File.Exists(archive.File))
            return 0;
        archive.Recover();
        var files = archive.Query("select cast(path as integer), document_id from files order by 1").ConvertAll(row => row.Split('|'));
        var batches = files.Count == 0 ? 0 : (files.Count - 2) / 8;

        Assert.Equal(files.Count == 0 ? 0 : (batches * 8) + 2, files.Count);
        for (var i = 0; i < files.Count; i++)
            Assert.Equal([i.ToString(CultureInfo.InvariantCulture), SinkBatches.Hash($"{i}/{Math.Min(i / 8, batches - 1)}")], files[i]);
        foreach (var table in (string[])["reports", "sections", "items", "citations"])
            Assert.Equal(archive.Query("select document_id from files order by 1"), archive.Query($"select document_id from {table} order by 1"));
        return batches;
    }
}
