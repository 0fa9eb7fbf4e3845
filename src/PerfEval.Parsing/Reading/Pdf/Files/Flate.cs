using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using PerfEval.Parsing.Diagnostics;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>FlateDecode (ISO 32000-1, 7.4.4; RFC 1950). Damaged data gives what stands before the damage, and a note.</summary>
internal static class Flate
{
    private const int Chunk = 32 * 1024;

    /// <summary>The inflater loses what it had of the chunk in which it fails, so damaged data is read again in small ones.</summary>
    private const int SmallChunk = 64;

    /// <summary>How far from the end of the data its checksum may stand: some writers count line ends or padding in.</summary>
    private const int ChecksumWithin = 16;

    public static void Decode(ReadOnlyMemory<byte> input, DictionaryToken parameters, FilterOutput output)
    {
        // Writers leave the content of empty pages so.
        if (input.IsEmpty)
            return;
        var data = MemoryMarshal.TryGetArray(input, out var array) ? array : input.ToArray();
        if (!TryInflate(data, Chunk, raw: false, output, out var checksum))
        {
            Salvage(data, output);
            output.Budget.Note(DiagnosticCode.StreamCorrupt, $"A stream of {data.Count} bytes is damaged; {output.Length} bytes of it could be unpacked.");
        }
        else if (!output.IsFull && !EndsWith(data, checksum))
        {
            output.Budget.Note(DiagnosticCode.StreamCorrupt, $"A stream of {data.Count} bytes ends too early; {output.Length} bytes of it could be unpacked.");
        }
    }

    private static void Salvage(ArraySegment<byte> data, FilterOutput output)
    {
        output.Clear();
        // Read without header and checksum: a wrong checksum may be all the damage.
        if (data.Count > 2 && (data[0] & 0x0F) == 8 && (data[0] << 8 | data[1]) % 31 == 0)
            TryInflate(data[2..], SmallChunk, raw: true, output, out _);
        if (output.Length > 0)
            return;
        // Without a sound header it may still be plain deflate data.
        TryInflate(data, SmallChunk, raw: true, output, out _);
        if (output.Length == 0 && data.Count > 2)
            TryInflate(data[2..], SmallChunk, raw: true, output, out _);
    }

    private static bool TryInflate(ArraySegment<byte> data, int chunk, bool raw, FilterOutput output, out uint checksum)
    {
        checksum = 1;
        try
        {
            using var source = new MemoryStream(data.Array!, data.Offset, data.Count, writable: false);
            using Stream inflater = raw ? new DeflateStream(source, CompressionMode.Decompress) : new ZLibStream(source, CompressionMode.Decompress);
            while (!output.IsFull && output.Room(chunk) is var room && inflater.Read(room) is > 0 and var read)
            {
                checksum = Adler32(checksum, room[..read]);
                output.Advance(read);
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The inflater takes the end of its input for the end of the data; only the checksum behind the data tells them apart.</summary>
    private static bool EndsWith(ReadOnlySpan<byte> data, uint checksum)
    {
        for (var at = data.Length - 4; at >= Math.Max(0, data.Length - 4 - ChecksumWithin); at--)
            if (BinaryPrimitives.ReadUInt32BigEndian(data[at..]) == checksum)
                return true;
        return false;
    }

    private static uint Adler32(uint adler, ReadOnlySpan<byte> bytes)
    {
        // 5552 is the most bytes whose sums fit in 32 bits before the modulus (RFC 1950).
        const uint Modulus = 65521;
        const int Most = 5552;
        uint a = adler & 0xFFFF, b = adler >> 16;
        while (bytes.Length > 0)
        {
            var part = bytes[..Math.Min(Most, bytes.Length)];
            foreach (var value in part)
            {
                a += value;
                b += a;
            }

            a %= Modulus;
            b %= Modulus;
            bytes = bytes[part.Length..];
        }

        return b << 16 | a;
    }
}
