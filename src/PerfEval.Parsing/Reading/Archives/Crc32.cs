using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PerfEval.Parsing.Reading.Archives;

/// <summary>
/// The checksum of zip entries (CRC-32, polynomial 0xEDB88320 reflected), sixteen bytes at a step where the processor multiplies without carries, else
/// eight. The runtime's zip classes do not verify it, so damage would pass unseen.
/// </summary>
internal static class Crc32
{
    private const int Slices = 8;
    private static readonly uint[][] Tables = BuildTables();

    /// <summary>Continues a checksum; that of nothing is 0.</summary>
    internal static uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        crc = ~crc;
        if (Pclmulqdq.IsSupported && data.Length >= 2 * Vector128<byte>.Count)
            crc = Fold(crc, ref data);
        return ~AppendByTable(crc, data);
    }

    /// <summary>Continues a checksum that is not turned, eight bytes at a step.</summary>
    internal static uint AppendByTable(uint crc, ReadOnlySpan<byte> data)
    {
        uint[] t0 = Tables[0], t1 = Tables[1], t2 = Tables[2], t3 = Tables[3], t4 = Tables[4], t5 = Tables[5], t6 = Tables[6], t7 = Tables[7];
        while (data.Length >= Slices)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = t7[low & 0xFF] ^ t6[(low >> 8) & 0xFF] ^ t5[(low >> 16) & 0xFF] ^ t4[low >> 24]
                ^ t3[high & 0xFF] ^ t2[(high >> 8) & 0xFF] ^ t1[(high >> 16) & 0xFF] ^ t0[high >> 24];
            data = data[Slices..];
        }

        foreach (var b in data)
            crc = t0[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    /// <summary>
    /// Folds all whole blocks of sixteen bytes into one that has the same remainder (V. Gopal and others, Fast CRC Computation for Generic Polynomials
    /// Using PCLMULQDQ Instruction), and leaves what follows them.
    /// </summary>
    private static uint Fold(uint crc, ref ReadOnlySpan<byte> data)
    {
        // The remainders of x^160 and x^96, reflected.
        var factors = Vector128.Create(0x1_7519_97D0UL, 0x0_CCAA_009EUL);
        var block = Vector128.Create(data).AsUInt64() ^ Vector128.CreateScalar(crc).AsUInt64();
        for (data = data[Vector128<byte>.Count..]; data.Length >= Vector128<byte>.Count; data = data[Vector128<byte>.Count..])
            block = Pclmulqdq.CarrylessMultiply(block, factors, 0x00) ^ Pclmulqdq.CarrylessMultiply(block, factors, 0x11) ^ Vector128.Create(data).AsUInt64();
        Span<byte> last = stackalloc byte[Vector128<byte>.Count];
        block.AsByte().CopyTo(last);
        return AppendByTable(0, last);
    }

    private static uint[][] BuildTables()
    {
        var tables = new uint[Slices][];
        for (var slice = 0; slice < Slices; slice++)
            tables[slice] = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            tables[0][i] = crc;
        }

        for (var slice = 1; slice < Slices; slice++)
            for (var i = 0; i < 256; i++)
                tables[slice][i] = tables[0][tables[slice - 1][i] & 0xFF] ^ (tables[slice - 1][i] >> 8);
        return tables;
    }
}
