using System.Diagnostics;
using System.Globalization;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Model;
using Xunit;
using static PerfEval.Parsing.Ingestion.Tests.Sinks.SinkBatches;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>A full disk stops the writing, not what was written; with more room it goes on.</summary>
public sealed class DuckDbDiskFullTests
{
    [SmallDiskFact]
    public async Task WhatWasAcknowledgedOutlivesAFullDiskAndWritingGoesOnWithMoreRoom()
    {
        using var archive = new DuckDbArchive();
        SmallDisk.Mount(archive.Folder, "size=32m");
        try
        {
            var batches = 0;
            await using (var sink = new DuckDbSink(archive.File))
            {
                await sink.OpenAsync(Run, default);
                var refusal = await Assert.ThrowsAsync<SinkException>(async () =>
                {
                    for (; batches < 100; batches++)
                        await sink.WriteAsync(Batch(batches), default);
                });
                Assert.False(refusal.IsPermanent, refusal.Message);
                Assert.Contains("full", refusal.Message, StringComparison.Ordinal);
                await Assert.ThrowsAsync<SinkException>(() => sink.WriteAsync(Batch(batches), default));

                SmallDisk.Mount(archive.Folder, "remount,size=128m");
                await sink.WriteAsync(Batch(batches), default);
                await sink.CompleteAsync(new IngestionSummary { RunId = "run-1" }, default);
            }

            Assert.InRange(batches, 2, 99);
            Assert.Equal(Enumerable.Range(0, batches + 1).Select(b => b.ToString(CultureInfo.InvariantCulture)), archive.Query("select path from files order by cast(path as integer)"));
            Assert.Equal([(batches + 1).ToString(CultureInfo.InvariantCulture)], archive.Query("select count(*) from reports where length(title) = 2000000"));
        }
        finally
        {
            SmallDisk.Unmount(archive.Folder);
        }
    }

    // Noise, so that nothing packs it small.
    private static IngestionBatch Batch(int number)
    {
        var noise = new byte[1_500_000];
        new Random(number).NextBytes(noise);
        var name = number.ToString(CultureInfo.InvariantCulture);
        return new IngestionBatch([File(name, content: name)], [Document(name, new PerformanceReport { Title = Convert.ToBase64String(noise) })]);
    }
}

/// <summary>A file system in memory, of a size of its own.</summary>
internal static class SmallDisk
{
    public static void Mount(string folder, string options)
    {
        if (!Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder))
            throw new InvalidOperationException($"mount -o {options} failed.");
    }

    public static void Unmount(string folder) => Run("umount", "-l", folder);

    public static bool IsPermitted()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        var folder = Directory.CreateTempSubdirectory("perfeval-disk-");
        var mounted = Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.FullName);
        if (mounted)
            Unmount(folder.FullName);
        folder.Delete();
        return mounted;
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A test that needs the right to mount a small disk; skipped aloud without.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly bool Permitted = SmallDisk.IsPermitted();

    public SmallDiskFactAttribute()
    {
        if (!Permitted)
            Skip = "A small disk cannot be mounted here.";
    }
}
