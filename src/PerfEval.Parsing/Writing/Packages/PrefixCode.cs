namespace PerfEval.Parsing.Writing.Packages;

/// <summary>A canonical prefix code (Huffman) for symbols that occur so often.</summary>
internal sealed class PrefixCode
{
    private const int NumberBits = 16;
    private readonly int[] _codes;

    /// <summary>A code whose words are no longer than <paramref name="longest"/> bits.</summary>
    public PrefixCode(int[] counts, int longest)
    {
        Lengths = LengthsOf(counts);
        // Rarer symbols are made less rare until the tree is flat enough.
        while (Lengths.Max() > longest)
            Lengths = LengthsOf(counts = [.. counts.Select(c => c == 0 ? 0 : c / 2 + 1)]);
        _codes = CodesOf(Lengths);
    }

    /// <summary>How many bits each symbol's word has; 0 for symbols that do not occur.</summary>
    public int[] Lengths { get; }

    public void Write(BitWriter bits, int symbol) => bits.Write(_codes[symbol], Lengths[symbol]);

    private static int[] LengthsOf(int[] counts)
    {
        // The symbols are the tree's leaves; its inner nodes are numbered after them, each after those below it.
        var parents = new int[2 * counts.Length];
        var queue = new PriorityQueue<int, long>(counts.Length);
        for (var symbol = 0; symbol < counts.Length; symbol++)
            if (counts[symbol] > 0)
                queue.Enqueue(symbol, Rank(counts[symbol], symbol));
        if (queue.Count == 1)
        {
            var only = new int[counts.Length];
            only[queue.Peek()] = 1;
            return only;
        }

        var next = counts.Length;
        for (; queue.Count > 1; next++)
        {
            queue.TryDequeue(out var first, out var rare);
            queue.TryDequeue(out var second, out var less);
            parents[first] = parents[second] = next;
            queue.Enqueue(next, Rank((rare >> NumberBits) + (less >> NumberBits), next));
        }

        var depths = new int[next];
        for (var node = next - 2; node >= 0; node--)
            if (parents[node] > 0)
                depths[node] = depths[parents[node]] + 1;
        return depths[..counts.Length];
    }

    // Each tree has a number of its own, so that equal counts are joined in one order everywhere.
    private static long Rank(long count, int number) => count << NumberBits | (uint)number;

    // RFC 1951, 3.2.2; the words are turned round, since their first bit is written first.
    private static int[] CodesOf(int[] lengths)
    {
        var codes = new int[lengths.Length];
        for (int length = 1, code = 0; length <= 15; length++, code <<= 1)
            for (var symbol = 0; symbol < lengths.Length; symbol++)
                if (lengths[symbol] == length)
                    codes[symbol] = Turned(code++, length);
        return codes;
    }

    private static int Turned(int code, int length)
    {
        var turned = 0;
        for (var i = 0; i < length; i++)
            turned = turned << 1 | code >> i & 1;
        return turned;
    }
}

/// <summary>Writes numbers of so many bits, the lowest bit first.</summary>
internal sealed class BitWriter
{
    private byte[] _bytes = new byte[1024];
    private int _length;
    private ulong _pending;
    private int _count;

    public void Write(int value, int bits)
    {
        _pending |= (ulong)(uint)value << _count;
        for (_count += bits; _count >= 8; _count -= 8, _pending >>= 8)
            Add((byte)_pending);
    }

    /// <summary>The bytes; the last one is filled up with zeros.</summary>
    public byte[] ToArray() => _count == 0 ? _bytes[.._length] : [.. _bytes.AsSpan(0, _length), (byte)_pending];

    private void Add(byte value)
    {
        if (_length == _bytes.Length)
            Array.Resize(ref _bytes, 2 * _length);
        _bytes[_length++] = value;
    }
}
