using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>
/// How much the streams of one document may still unpack to. The library below swallows exceptions, so what is wrong is noted here, beside the
/// path of the bytes.
/// </summary>
internal sealed class FilterBudget(ReadContext context)
{
    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);
    private long _used;

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
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    /// <summary>Whether the budget is spent: the filter should stop.</summary>
    public bool IsFull { get; private set; }

    public FilterBudget Budget => budget;

    public byte this[int index] => _bytes[index];

    public void Add(byte value) => Add([value]);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (IsFull)
            return;
        var granted = budget.Take(Length, bytes.Length);
        IsFull = granted < bytes.Length;
        if (Length + granted > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(_bytes.Length * 2L, Length + granted), Array.MaxLength));
        bytes[..granted].CopyTo(_bytes.AsSpan(Length));
        Length += granted;
    }

    public void Clear() => Length = 0;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public Memory<byte> ToMemory() => _bytes.AsMemory(0, Length);
}
