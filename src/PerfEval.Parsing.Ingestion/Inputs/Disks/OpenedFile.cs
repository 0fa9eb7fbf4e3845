using System.Globalization;
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

    /// <summary>
    /// Where another process can open the same file, whatever has become of its name: the descriptor of this process. <see langword="null"/> where the
    /// system knows no such thing.
    /// </summary>
    public string? SharedPath => OperatingSystem.IsLinux()
        ? string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{handle.DangerousGetHandle()}")
        : null;

    /// <exception cref="IOException">The disk failed.</exception>
    public int Read(Span<byte> buffer, long at) => RandomAccess.Read(handle, buffer, at);

    public void Dispose() => handle.Dispose();
}
