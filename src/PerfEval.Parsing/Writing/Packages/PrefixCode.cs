namespace PerfEval.Parsing.Writing.Packages;

/// <summary>A canonical prefix code (Huffman) for symbols that occur so often.</summary>
internal sealed class PrefixCode
{
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
        var lengths = new int[counts.Length];
        var queue = new PriorityQueue<List<int>, (long, int)>();
        for (var symbol = 0; symbol < counts.Length; symbol++)
            if (counts[symbol] > 0)
                queue.Enqueue([symbol], (counts[symbol], symbol));
        if (queue.Count == 1)
            lengths[queue.Peek()[0]] = 1;
        // Each tree has a number of its own, so that equal counts are joined in one order everywhere.
        for (var next = counts.Length; queue.Count > 1; next++)
        {
            queue.TryDequeue(out var first, out var rare);
            queue.TryDequeue(out var second, out var less);
            foreach (var symbol in first!.Concat(second!))
                lengths[symbol]++;
            first!.AddRange(second!);
            queue.Enqueue(first, (rare.Item1 + less.Item1, next));
        }

        return lengths;
    }

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
    private readonly List<byte> _bytes = [];
    private ulong _pending;
    private int _count;

    public void Write(int value, int bits)
    {
        _pending |= (ulong)(uint)value << _count;
        for (_count += bits; _count >= 8; _count -= 8, _pending >>= 8)
            _bytes.Add((byte)_pending);
    }

    /// <summary>The bytes; the last one is filled up with zeros.</summary>
    public byte[] ToArray() => _count == 0 ? [.. _bytes] : [.. _bytes, (byte)_pending];
}
