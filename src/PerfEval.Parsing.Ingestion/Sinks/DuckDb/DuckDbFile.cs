namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>Whether a file is a DuckDB database, told by its first bytes: DuckDB would look for an extension that reads another program's.</summary>
internal static class DuckDbFile
{
    private const int MarkAt = 8;

    /// <summary>Passes for what can be opened: no file yet, or a database. An empty file, left by a crash before the first byte, is removed.</summary>
    /// <exception cref="SinkException">It is something else.</exception>
    public static void Check(string path)
    {
        if (Directory.Exists(path))
            throw new SinkException($"{path} is a directory; name a file for the database.") { IsPermanent = true };
        if (!File.Exists(path))
            return;
        if (new FileInfo(path).Length == 0)
            File.Delete(path);
        else if (!HasMark(path))
            throw new SinkException($"{path} is no DuckDB database; name another file.") { IsPermanent = true };
    }

    private static bool HasMark(string path)
    {
        Span<byte> head = stackalloc byte[MarkAt + 4];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head[MarkAt..].SequenceEqual("DUCK"u8);
    }
}
