using PerfEval.Parsing.Ingestion.Journals;
using PerfEval.Parsing.Ingestion.Records;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Journals;

/// <summary>What a journal remembers, and at what price.</summary>
public sealed class JournalTests : IDisposable
{
    private static readonly FileOutcome Complete = new(FileState.Complete, [], null, "docx", OutcomeScope.Content);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("perfeval-journal-");

    private string JournalPath => Path.Combine(_directory.FullName, "j");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void EveryRecordIsReadAsItWasWritten()
    {
        JournalRecord[] records =
        [
            new RunStarted("run", "1.0", "hash"),
            new AttemptBegun(Key(1), 300),
            new FileDone(Key(2), Key(3), 0, Complete),
            new FileDone(Key(4), Key(5), 0, new FileOutcome(FileState.Failed, [IngestionReason.Timeout, IngestionReason.CrcMismatch], "详情", null, OutcomeScope.Path)),
            new FileForgotten(Key(6)),
            new AttemptSurvived(Key(7)),
            new RunEnded(),
        ];
        foreach (var record in records)
        {
            var frame = JournalCodec.Encode([record]);
            Assert.True(JournalCodec.IsWhole(frame));
            Assert.Equal(record, JournalCodec.Decode(frame, frame.Length - JournalCodec.FrameHead));
        }
    }

    [Fact]
    public void WhatIsWrittenIsKnownAfterReopening()
    {
        using (var journal = Open("1"))
        {
            Assert.True(journal.IsNew);
            journal.Append(new AttemptBegun(Key(9), 1), new AttemptBegun(Key(8), 2), new FileDone(Key(1), Key(8), journal.Run, Complete));
        }

        using var again = Open("2");
        Assert.False(again.IsNew);
        Assert.Equal((Key(8), Complete, 0), (again.Index.Find(Key(1))!.Value.Content, again.Index.Find(Key(1))!.Value.Outcome, again.Index.Find(Key(1))!.Value.Run));
        Assert.Equal(Key(1), again.Index.FindContent(Key(8))!.Value.File);
        Assert.Null(again.Index.Find(Key(2)));
        Assert.Equal((1, 0), (again.Index.Attempts(Key(9)), again.Index.Attempts(Key(8))));
        Assert.Equal(1, again.Run);
    }

    [Fact]
    public void AttemptsThatWereGivenUpInOrderAreNotHeldAgainstADocument()
    {
        using (var journal = Open("1"))
            journal.Append(new AttemptBegun(Key(9), 1), new RunEnded());
        using var again = Open("2");
        Assert.Equal(0, again.Index.Attempts(Key(9)));
    }

    [Fact]
    public void ADocumentWhoseOutcomeWasSeenIsNotHeldForTheEndOfTheRunHoweverOftenItsBatchIsLost()
    {
        for (var run = 1; run <= 6; run++)
        {
            using var journal = Open($"{run}");
            Assert.Equal((0, run - 1), (journal.Index.Attempts(Key(9)), journal.Index.Attempts(Key(8))));
            journal.Append(new AttemptBegun(Key(9), 1), new AttemptSurvived(Key(9)), new AttemptBegun(Key(8), run));
        }
    }

    [Fact]
    public void ATornLastWriteIsCutOffWhereverItWasTorn()
    {
        using (var journal = Open("1"))
            journal.Append(new FileDone(Key(1), Key(1), journal.Run, Complete));
        var whole = File.ReadAllBytes(JournalPath);
        var last = JournalCodec.Encode([new FileDone(Key(2), Key(2), 0, Complete)]);
        for (var torn = 1; torn < last.Length; torn++)
        {
            File.WriteAllBytes(JournalPath, [.. whole, .. last[..torn]]);
            using var journal = Open("2");
            Assert.False(journal.IsNew);
            Assert.Single(journal.Notes);
            Assert.NotNull(journal.Index.Find(Key(1)));
            Assert.Null(journal.Index.Find(Key(2)));
        }

        File.WriteAllBytes(JournalPath, [.. whole, .. new byte[4096]]);
        using var zeros = Open("3");
        Assert.False(zeros.IsNew);
    }

    [Fact]
    public void ADamagedRecordBeforeGoodOnesPutsTheJournalAside()
    {
        using (var journal = Open("1"))
            for (var i = 0; i < 3; i++)
                journal.Append(new FileDone(Key(i), Key(i), journal.Run, Complete));
        var bytes = File.ReadAllBytes(JournalPath);
        bytes[^100] ^= 1;
        File.WriteAllBytes(JournalPath, bytes);
        using var again = Open("2");
        Assert.True(again.IsNew);
        Assert.Equal(0, again.Index.Count);
        Assert.Equal(bytes, File.ReadAllBytes(JournalPath + ".corrupt-2"));
        Assert.Single(again.Notes);
    }

    [Fact]
    public void MoreThanHalfDeadItIsWrittenAnewAndKnowsTheSame()
    {
        const int files = 10_000;
        const int runs = 6;
        long one = 0;
        for (var run = 0; run < runs; run++)
        {
            using (var journal = Open($"{run}"))
                journal.Append([.. Enumerable.Range(0, files).Select(i => new FileDone(Key(i), Key(i + run), journal.Run, Complete))]);
            one = Math.Max(one, run == 0 ? new FileInfo(JournalPath).Length : 0);
        }

        using var again = Open("last");
        Assert.InRange(new FileInfo(JournalPath).Length, one, one * 5 / 2);
        Assert.Equal(files, again.Index.Count);
        Assert.All(Enumerable.Range(0, files), i => Assert.Equal(Key(i + runs - 1), again.Index.Find(Key(i))!.Value.Content));
        Assert.Equal($"{runs - 1}", again.Index.Runs[again.Index.Find(Key(7))!.Value.Run].RunId);
        Assert.Equal(files, again.Index.CountOf(again.Index.Find(Key(7))!.Value.Run)[FileState.Complete]);
    }

    [Fact]
    public void ALostPathIsForgottenAndMayComeBack()
    {
        using var journal = Open("1");
        journal.Append(new FileDone(Key(1), Key(2), journal.Run, Complete), new FileForgotten(Key(1)));
        Assert.Null(journal.Index.Find(Key(1)));
        Assert.Null(journal.Index.FindContent(Key(2)));
        Assert.Empty(journal.Index.CountOf(journal.Run));
        journal.Append(new FileDone(Key(1), Key(2), journal.Run, Complete));
        Assert.NotNull(journal.Index.FindContent(Key(2)));
        Assert.Equal(1, journal.Index.Count);
    }

    [Fact]
    public void AContentThatItsFileGaveUpIsNotFoundThere()
    {
        using var journal = Open("1");
        journal.Append(new FileDone(Key(1), Key(2), journal.Run, Complete), new FileDone(Key(1), Key(3), journal.Run, Complete));
        Assert.Null(journal.Index.FindContent(Key(2)));
        Assert.NotNull(journal.Index.FindContent(Key(3)));
    }

    [Fact]
    public void AFileTakesLittleMemory()
    {
        const int files = 300_000;
        var keys = Enumerable.Range(0, files * 2).Select(Key).ToArray();
        var done = keys.Take(files).Select((key, i) => new FileDone(key, keys[i + files], 0, Complete)).ToArray();
        var index = new JournalIndex();
        index.Apply(new RunStarted("1", "", ""));
        // What this thread allocates: other tests run at the same time. Growing by doubling, an index allocates about twice what it keeps.
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var file in done)
            index.Apply(file);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)files;
        Assert.Equal(files, index.Count);
        Assert.InRange(each, 40, 120);
    }

    private static Key128 Key(int i) =>
        Key128.Read(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i)));

    private Journal Open(string run) => new(JournalPath, new IngestionRun(run, "1.0", "hash", default), _ => { });
}
