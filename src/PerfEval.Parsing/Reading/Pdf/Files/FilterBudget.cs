using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>
/// How much the streams of one document may still unpack to. The library below swallows exceptions, so what is wrong is noted here, beside the
/// path of the bytes.
/// </summary>
internal sealed class FilterBudget(ReadContext context)
{
    /// <summary>A larger buffer is not kept from one stream to the next.</summary>
    private const int LargestKept = 1 << 20;

    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);
    private long _used;
    private byte[]? _kept;

    public long PerStream => context.Limits.MaxPartBytes;

    /// <summary>Takes so many bytes from the budget; says how many may be kept.</summary>
    public int Take(long already, int count)
    {
        context.Step();
        var stream = Math.Max(0, PerStream - already);
        var document = Math.Max(0, context.Limits.MaxDecodedBytes - _used);
        var granted = (int)Math.Min(count, Math.Min(stream, document));
        _used += granted;
        if (granted < count)
            NoteLimit(granted == document);
        return granted;
    }

    /// <summary>A buffer to unpack a stream to; nearly all streams of a document can use one.</summary>
    public byte[] Rent()
    {
        var buffer = _kept ?? new byte[64 * 1024];
        _kept = null;
        return buffer;
    }

    /// <summary>Takes a buffer back for the next stream.</summary>
    /// <returns>Whether it was taken; if not, it is the caller's.</returns>
    public bool Keep(byte[] buffer)
    {
        if (buffer.Length > LargestKept)
            return false;
        _kept = buffer;
        return true;
    }

    private void NoteLimit(bool ofDocument)
    {
        if (ofDocument)
            NoteLimit(nameof(ParseLimits.MaxDecodedBytes), context.Limits.MaxDecodedBytes, "The streams unpack to more bytes than");
        else
            NoteLimit(nameof(ParseLimits.MaxPartBytes), PerStream, "A stream unpacks to more bytes than");
    }

    /// <summary>Notes that a limit was reached, once.</summary>
    public void NoteLimit(string limit, long value, string what)
    {
        if (_noted.Add(limit))
            context.Log.Reached(limit, value, what);
    }

    /// <summary>Notes what is wrong, once.</summary>
    public void Note(DiagnosticCode code, string message)
    {
        if (_noted.Count < context.Limits.MaxDiagnostics && _noted.Add(message))
            context.Log.Add(code, message);
    }
}

/// <summary>What a filter writes to: it grows as far as the budget allows.</summary>
internal sealed class FilterOutput(FilterBudget budget)
{
    private byte[] _bytes = budget.Rent();

    public int Length { get; private set; }

    /// <summary>Whether the budget is spent: the filter should stop.</summary>
    public bool IsFull { get; private set; }

    public FilterBudget Budget => budget;

    public byte this[int index] => _bytes[index];

    public Span<byte> Written => _bytes.AsSpan(0, Length);

    public void Add(byte value) => Add([value]);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (IsFull)
            return;
        bytes.CopyTo(Room(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>So much room behind what is written, to write to before <see cref="Advance"/>.</summary>
    public Span<byte> Room(int size)
    {
        if (size > _bytes.Length - Length)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(_bytes.Length * 2L, (long)Length + size), Array.MaxLength));
        return _bytes.AsSpan(Length, size);
    }

    /// <summary>Counts so many bytes as written, as far as the budget allows.</summary>
    public void Advance(int count)
    {
        var granted = budget.Take(Length, count);
        IsFull = granted < count;
        Length += granted;
    }

    public void Clear() => Length = 0;

    /// <summary>Ends the writing: what was written, in memory of its own.</summary>
    public Memory<byte> Finish()
    {
        var (bytes, length) = (_bytes, Length);
        (_bytes, Length) = ([], 0);
        return budget.Keep(bytes) ? bytes.AsSpan(0, length).ToArray() : bytes.AsMemory(0, length);
    }
}
