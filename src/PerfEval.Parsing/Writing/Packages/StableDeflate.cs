using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace PerfEval.Parsing.Writing.Packages;

/// <summary>
/// Packs bytes for PDF's FlateDecode (RFC 1950) and for zip archives (RFC 1951). The runtime's own packer gives other bytes on other processors and versions; a written report must
/// be the same everywhere.
/// </summary>
internal static class StableDeflate
{
    private const int Window = 32_768;
    private const int ShortestMatch = 3;
    private const int LongestMatch = 258;
    private const int MostTries = 48;
    private const int EndOfBlock = 256;

    private static readonly int[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly byte[] LengthSlots = BuildLengthSlots();
    private static readonly int[] DistanceBase =
        [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly int[] DistanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    private static readonly int[] LengthCodeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>The bytes, packed, without the head and the sum that RFC 1950 puts around.</summary>
    public static byte[] PackBare(ReadOnlySpan<byte> bytes)
    {
        var bits = new BitWriter();
        Pack(bytes, bits);
        return bits.ToArray();
    }

    /// <summary>The bytes, packed.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var bits = new BitWriter();
        bits.Write(0x9C78, 16);
        Pack(bytes, bits);
        Span<byte> sum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Adler(bytes));
        return [.. bits.ToArray(), .. sum];
    }

    private static void Pack(ReadOnlySpan<byte> bytes, BitWriter bits)
    {
        var tokens = ArrayPool<Token>.Shared.Rent(bytes.Length);
        Pack(tokens.AsSpan(0, Tokens(bytes, tokens)), bits);
        ArrayPool<Token>.Shared.Return(tokens);
    }

    private static void Pack(ReadOnlySpan<Token> tokens, BitWriter bits)
    {
        var (literals, distances) = (new int[286], new int[30]);
        literals[EndOfBlock] = 1;
        foreach (var (length, value) in tokens)
        {
            literals[length == 0 ? value : 257 + LengthSlots[length]]++;
            if (length > 0)
                distances[DistanceSlot(value)]++;
        }

        // One code at least must be there, used or not.
        distances[0] = Math.Max(1, distances[0]);
        bits.Write(1 | 2 << 1, 3);
        var (literal, distance) = (new PrefixCode(literals, 15), new PrefixCode(distances, 15));
        WriteCodes(bits, literal, distance);
        foreach (var (length, value) in tokens)
        {
            if (length == 0)
            {
                literal.Write(bits, value);
                continue;
            }

            var (l, d) = (LengthSlots[length], DistanceSlot(value));
            literal.Write(bits, 257 + l);
            bits.Write(length - LengthBase[l], LengthBits[l]);
            distance.Write(bits, d);
            bits.Write(value - DistanceBase[d], DistanceBits[d]);
        }

        literal.Write(bits, EndOfBlock);
    }

    private static byte[] BuildLengthSlots()
    {
        var slots = new byte[LongestMatch + 1];
        for (var slot = 0; slot < LengthBase.Length; slot++)
            slots.AsSpan(LengthBase[slot]).Fill((byte)slot);
        return slots;
    }

    // Two slots for each power of two (RFC 1951, 3.2.5).
    private static int DistanceSlot(int distance)
    {
        if (distance <= 2)
            return distance - 1;
        var power = BitOperations.Log2((uint)distance - 1);
        return 2 * power + (distance - 1 >> power - 1 & 1);
    }

    /// <summary>Finds the tokens of some bytes and gives their number.</summary>
    private static int Tokens(ReadOnlySpan<byte> bytes, Span<Token> tokens)
    {
        var (heads, before) = (ArrayPool<int>.Shared.Rent(1 << 15), ArrayPool<int>.Shared.Rent(bytes.Length));
        Array.Fill(heads, -1);
        var count = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var (length, distance) = Match(bytes, at, heads, before);
            tokens[count++] = length == 0 ? new Token(0, bytes[at]) : new Token((ushort)length, (ushort)distance);
            for (var end = at + Math.Max(1, length); at < end; at++)
            {
                if (at + ShortestMatch > bytes.Length)
                    continue;
                ref var head = ref heads[Hash(bytes, at)];
                (before[at], head) = (head, at);
            }
        }

        ArrayPool<int>.Shared.Return(heads);
        ArrayPool<int>.Shared.Return(before);
        return count;
    }

    private static (int Length, int Distance) Match(ReadOnlySpan<byte> bytes, int at, int[] heads, int[] before)
    {
        var (best, distance) = (0, 0);
        if (at + ShortestMatch > bytes.Length)
            return default;
        var rest = bytes[at..Math.Min(bytes.Length, at + LongestMatch)];
        var candidate = heads[Hash(bytes, at)];
        for (var tries = 0; candidate >= 0 && at - candidate <= Window && tries < MostTries && best < rest.Length; tries++)
        {
            // Only what goes on beyond the best match so far can be longer.
            if (bytes[candidate + best] == rest[best] && rest.CommonPrefixLength(bytes[candidate..]) is var length && length > best)
                (best, distance) = (length, at - candidate);
            candidate = before[candidate];
        }

        return best >= ShortestMatch ? (best, distance) : default;
    }

    private static int Hash(ReadOnlySpan<byte> bytes, int at) => (bytes[at] << 10 ^ bytes[at + 1] << 5 ^ bytes[at + 2]) & 0x7FFF;

    private static void WriteCodes(BitWriter bits, PrefixCode literal, PrefixCode distance)
    {
        int[] lengths = [.. literal.Lengths, .. distance.Lengths];
        var counts = new int[19];
        foreach (var length in lengths)
            counts[length]++;
        var code = new PrefixCode(counts, 7);
        bits.Write(literal.Lengths.Length - 257, 5);
        bits.Write(distance.Lengths.Length - 1, 5);
        bits.Write(LengthCodeOrder.Length - 4, 4);
        foreach (var symbol in LengthCodeOrder)
            bits.Write(code.Lengths[symbol], 3);
        foreach (var length in lengths)
            code.Write(bits, length);
    }

    private static uint Adler(ReadOnlySpan<byte> bytes)
    {
        const uint Modulus = 65_521;
        // So many steps never pass 32 bits.
        const int Steps = 5_552;
        var (a, b) = (1u, 0u);
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(Steps, bytes.Length)..])
        {
            foreach (var value in bytes[..Math.Min(Steps, bytes.Length)])
                b += a += value;
            (a, b) = (a % Modulus, b % Modulus);
        }

        return b << 16 | a;
    }

    /// <summary>A literal byte (length 0), or a match of a length at a distance.</summary>
    private readonly record struct Token(ushort Length, ushort Value);
}
