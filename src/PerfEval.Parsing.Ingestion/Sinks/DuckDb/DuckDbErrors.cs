namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>What the database says, as what an operator can do about it.</summary>
internal static class DuckDbErrors
{
    private const int MessageLength = 300;

    private static readonly (string Says, bool IsPermanent, string Advice)[] Known =
    [
        ("Could not set lock", false, "another process has it open; close that one"),
        ("Conflicting lock", false, "another process has it open; close that one"),
        ("No space left", false, "the disk is full; make room"),
        ("Out of Memory", false, "the database needs more memory than it may take (MaxMemory)"),
        ("Permission denied", false, "it may not be written; check the rights of the file and its directory"),
        ("Read-only file system", false, "it may not be written; check the rights of the file and its directory"),
        ("newer version", true, "a newer DuckDB wrote it; use a newer version of this program, or another file"),
        ("not a valid DuckDB", true, "it is no DuckDB database; name another file"),
        ("Corrupt", true, "it is damaged; move it and its .wal file away and run again with a new journal"),
        ("checksum", true, "it is damaged; move it and its .wal file away and run again with a new journal"),
        ("replaying WAL", true, "its .wal file is damaged; keep copies of both, then run again with a new file and journal"),
    ];

    public static SinkException Translate(Exception exception, string path)
    {
        var said = exception.Message.Split('\n')[0];
        foreach (var (says, isPermanent, advice) in Known)
            if (said.Contains(says, StringComparison.OrdinalIgnoreCase))
                return new SinkException($"The database {path} cannot be used: {advice}. ({Short(said)})", exception) { IsPermanent = isPermanent };
        return new SinkException($"The database {path} cannot be used: {Short(said)}", exception);
    }

    private static string Short(string message) => message.Length <= MessageLength ? message : message[..MessageLength] + "…";
}
