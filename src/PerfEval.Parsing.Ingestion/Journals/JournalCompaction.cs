namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>A journal without what was superseded.</summary>
internal static class JournalCompaction
{
    /// <summary>Below this there is nothing to be gained.</summary>
    private const long LeastBytes = 1 << 20;

    private const int GroupRecords = 1_000;

    /// <summary>Whether more than half of a journal is dead.</summary>
    public static bool IsWorthwhile(JournalReading reading, JournalIndex index) =>
        reading.End > LeastBytes && Living(reading, index) * 2 < reading.End;

    /// <summary>Writes what an index knows as a new journal. Runs without files are left out; attempts without an outcome stay.</summary>
    public static void Write(Stream output, JournalIndex index)
    {
        output.Write(JournalCodec.Header);
        var numbers = new Dictionary<int, int>();
        for (var run = 0; run < index.Runs.Count; run++)
            if (index.CountOf(run).Count > 0)
            {
                numbers[run] = numbers.Count;
                output.Write(JournalCodec.Encode([index.Runs[run]]));
            }

        var files = index.Files().Select(file => new FileDone(file.File, file.Content, numbers[file.Run], file.Outcome));
        foreach (var group in files.Chunk(GroupRecords))
            output.Write(JournalCodec.Encode(group));
        output.Write(JournalCodec.Encode(index.OpenAttempts()));
    }

    private static double Living(JournalReading reading, JournalIndex index) =>
        reading.FileRecords == 0 ? 0 : (double)reading.FileBytes / reading.FileRecords * index.Count;
}
