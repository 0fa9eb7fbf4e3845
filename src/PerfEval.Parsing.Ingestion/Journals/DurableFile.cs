using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>Files that stand there whole or not at all, whenever the machine stops.</summary>
internal static partial class DurableFile
{
    private const string Unfinished = ".tmp";

    /// <summary>Writes a file beside its place, makes it durable, and moves it there.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public static void Replace(string path, Action<FileStream> write)
    {
        var beside = path + Unfinished;
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }

        Move(beside, path);
    }

    /// <summary>Moves a file, durably.</summary>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>A rename is atomic but not durable until its directory is.</summary>
    private static void SyncDirectory(string directory)
    {
        // Windows has no such call; NTFS journals renames itself.
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(directory, 0);
        if (handle < 0)
            throw new IOException($"The directory of the journal cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        try
        {
            // Some file systems (network shares) cannot do this for directories; there the rename is as durable as it gets.
            _ = Sync(handle);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
