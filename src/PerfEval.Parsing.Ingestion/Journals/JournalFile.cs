using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>The journal's end: records are put there by one unbuffered write each time, and made durable in groups.</summary>
internal sealed class JournalFile : IDisposable
{
    private const int GroupRecords = 100;
    private const int ReserveBytes = 1 << 20;
    private static readonly TimeSpan GroupTime = TimeSpan.FromMilliseconds(50);

    private readonly SafeFileHandle _handle;
    private readonly string _reserve;
    private readonly Action<string> _step;
    private readonly Lock _lock = new();
    private long _end;
    private bool _torn;
    private int _unsynced;
    private long _synced = Stopwatch.GetTimestamp();

    /// <summary>Opens a journal for writing; what lies beyond its end is cut off.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public JournalFile(string path, long end, Action<string> step)
    {
        _reserve = path + ".reserve";
        _step = step;
        _end = end;
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        RandomAccess.SetLength(_handle, end);
        Reserve();
    }

    /// <summary>Writes records, all by one write.</summary>
    /// <exception cref="IOException">The disk; the records then are not in the journal.</exception>
    public void Append(IReadOnlyList<JournalRecord> records)
    {
        if (records.Count == 0)
            return;
        var bytes = JournalCodec.Encode(records);
        lock (_lock)
        {
            try
            {
                Write(bytes);
            }
            catch (IOException e) when (IsFull(e) && File.Exists(_reserve))
            {
                // The room that was kept for this moment: without it a full disk would also forget what is done.
                File.Delete(_reserve);
                Write(bytes);
            }

            _unsynced += records.Count;
            if (_unsynced >= GroupRecords || Stopwatch.GetElapsedTime(_synced) >= GroupTime)
                Flush();
        }
    }

    /// <summary>Makes what was written durable.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public void Sync()
    {
        lock (_lock)
            if (_unsynced > 0)
                Flush();
    }

    public void Dispose()
    {
        _handle.Dispose();
        File.Delete(_reserve);
    }

    /// <summary>Whether a disk is full: the same message has another number on Windows.</summary>
    private static bool IsFull(IOException e) => (e.HResult & 0xFFFF) is 0x1C or 0x70 or 0x27;

    private void Write(byte[] bytes)
    {
        _step("journal.append");
        // A half-written record must not stand before a good one.
        if (_torn)
            RandomAccess.SetLength(_handle, _end);
        _torn = true;
        RandomAccess.Write(_handle, bytes, _end);
        _torn = false;
        _end += bytes.Length;
    }

    private void Flush()
    {
        _step("journal.sync");
        RandomAccess.FlushToDisk(_handle);
        _unsynced = 0;
        _synced = Stopwatch.GetTimestamp();
    }

    /// <summary>Real bytes: a file of holes would reserve nothing. A disk too full for it is found out soon enough.</summary>
    private void Reserve()
    {
        if (File.Exists(_reserve) && new FileInfo(_reserve).Length == ReserveBytes)
            return;
        try
        {
            File.WriteAllBytes(_reserve, new byte[ReserveBytes]);
        }
        catch (IOException e) when (IsFull(e))
        {
            File.Delete(_reserve);
        }
    }
}
