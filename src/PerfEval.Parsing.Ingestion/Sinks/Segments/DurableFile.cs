using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>Files that are there whole or not at all, also after a loss of power.</summary>
internal static partial class DurableFile
{
    /// <summary>The ending of files that are not finished; readers ignore them.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>Writes a file beside its place, makes it durable and moves it there.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = path + Unfinished;
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
            {
                await write(stream);
                await stream.FlushAsync();
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        SyncDirectory(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes the names in a directory durable. Windows does that by itself.</summary>
    public static void SyncDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(directory, 0);
        if (handle < 0)
            throw new IOException("The directory cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        var failed = Sync(handle) != 0;
        var error = Marshal.GetLastPInvokeError();
        // Closing what was only read cannot lose anything.
        _ = Close(handle);
        if (failed)
            throw new IOException("The directory cannot be written to the disk.", new Win32Exception(error));
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
