using System.Buffers.Binary;
using System.Numerics;

namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>CRC-32C over a frame's type and payload; processors compute it.</summary>
internal static class FrameChecksum
{
    public static uint Of(FrameType type, ReadOnlySpan<byte> payload)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, (byte)type);
        for (; payload.Length >= sizeof(ulong); payload = payload[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(payload));
        foreach (var value in payload)
            crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}
