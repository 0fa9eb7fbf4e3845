using Microsoft.Win32.SafeHandles;

namespace PerfEval.Parsing.Ingestion.Inputs.Disks;

/// <summary>What changes when a file is written to.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Modified">When its bytes were changed, in units of the system.</param>
/// <param name="Changed">When anything about it was changed.</param>
/// <param name="Identity">Which file it is.</param>
internal readonly record struct FileStamp(long Length, long Modified, long Changed, FileIdentity Identity);

/// <summary>A regular file, open for reading.</summary>
internal sealed class OpenedFile(SafeFileHandle handle, Func<SafeFileHandle, FileStamp> stamp) : IDisposable
{
    public FileStamp Stamp() => stamp(handle);

    /// <exception cref="IOException">The disk failed.</exception>
    public int Read(Span<byte> buffer, long at) => RandomAccess.Read(handle, buffer, at);

    public void Dispose() => handle.Dispose();
}
