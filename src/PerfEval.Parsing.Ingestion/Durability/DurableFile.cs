using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Ingestion.Durability;

/// <summary>Files that stand there whole or not at all, whenever the machine stops.</summary>
internal static partial class DurableFile
{
    /// <summary>The ending of files that are not finished; readers ignore them.</summary>
    public const string Unfinished = ".tmp";

    // What file systems answer that cannot do it for directories (network shares): there a rename is as durable as it gets.
    private const int InvalidArgument = 22;
    private const int NotSupported = 95;

    /// <summary>Writes a file beside its place, makes it durable, and moves it there.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public static void Write(string path, Action<FileStream> write)
    {
        var beside = path + Unfinished;
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }

        Move(beside, path);
    }

    /// <summary>The same for what is written asynchronously; what was begun is taken away again if it fails.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var beside = path + Unfinished;
        try
        {
            await using var file = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
            await write(file).ConfigureAwait(false);
            await file.FlushAsync().ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }

        Move(beside, path);
    }

    /// <summary>Moves a file, durably.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>Makes the names in a directory durable: a rename is atomic but not durable until its directory is. Windows does that by itself.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public static void SyncDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(directory, 0);
        if (handle < 0)
            throw new IOException("The directory cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        var error = Sync(handle) == 0 ? 0 : Marshal.GetLastPInvokeError();
        // Closing what was only read cannot lose anything.
        _ = Close(handle);
        if (error is not (0 or InvalidArgument or NotSupported))
            throw new IOException("The directory cannot be written to the disk.", new Win32Exception(error));
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
