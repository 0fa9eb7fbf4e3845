using Microsoft.Win32.SafeHandles;
using PerfEval.Parsing.Ingestion.Inputs.Disks;

namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>Takes bytes up whose number is not known: in memory, and beyond 16 MiB in a file without a name, which is gone when it is closed.</summary>
internal sealed class TemporaryContent(string directory) : IDisposable
{
    private MemoryStream? _held = new();
    private SafeFileHandle? _file;
    private long _length;

    /// <exception cref="IOException">There is no room on the disk.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_held is not null && _held.Length + bytes.Length > FileReading.HeldBytes)
            Spill();
        if (_held is not null)
            _held.Write(bytes);
        else
            RandomAccess.Write(_file!, bytes, _length);
        _length += bytes.Length;
    }

    /// <summary>The bytes, once all are written; this then has none any more.</summary>
    /// <exception cref="IOException">There is no room on the disk.</exception>
    public DocumentContent ToContent()
    {
        if (_held is not null)
            return new HeldContent(_held.GetBuffer().AsMemory(0, (int)_held.Length));
        var stamp = new FileStamp(_length, 0, 0, default);
        var opened = new OpenedFile(_file!, _ => stamp);
        _file = null;
        return new FileContent(opened, stamp);
    }

    public void Dispose()
    {
        _held?.Dispose();
        _file?.Dispose();
    }

    private void Spill()
    {
        var path = Path.Combine(directory, $"perfeval-{Path.GetRandomFileName()}");
        var options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, options);
        // An open file needs no name on Unix, and without one nothing is left behind whatever ends the process.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        RandomAccess.Write(_file, _held!.GetBuffer().AsSpan(0, (int)_held.Length), 0);
        _held.Dispose();
        _held = null;
    }
}
