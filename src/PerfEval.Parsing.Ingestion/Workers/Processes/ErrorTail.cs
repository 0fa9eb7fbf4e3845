using System.Text;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>What a worker writes on its error stream: the first 4 KiB, where the runtime says why it ends, and the last 64 KiB.</summary>
internal sealed class ErrorTail
{
    private const int HeadLength = 4 << 10;
    private const int TailLength = 64 << 10;

    private readonly Lock _gate = new();
    private readonly List<byte> _head = [];
    private readonly List<byte> _tail = [];

    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            var first = Math.Min(bytes.Length, HeadLength - _head.Count);
            _head.AddRange(bytes[..first]);
            _tail.AddRange(bytes[first..]);
            if (_tail.Count > 2 * TailLength)
                _tail.RemoveRange(0, _tail.Count - TailLength);
        }
    }

    /// <summary>Forgets what was written so far: another document begins.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _head.Clear();
            _tail.Clear();
        }
    }

    /// <summary>Everything kept.</summary>
    public string Text()
    {
        lock (_gate)
            return Encoding.UTF8.GetString([.. _head, .. _tail.TakeLast(TailLength)]);
    }

    /// <summary>The end of it.</summary>
    /// <param name="length">The most characters.</param>
    /// <returns><see langword="null"/> where nothing was written.</returns>
    public string? Last(int length) => Text().Trim() is { Length: > 0 } text ? text[Math.Max(0, text.Length - length)..] : null;
}
