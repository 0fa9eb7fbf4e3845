using System.Buffers;
using System.IO.Compression;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.Archives;

/// <summary>
/// All inflated bytes of one sound entry, in an array that is used again. What is large, damaged or says nothing of its length is not read so:
/// <see cref="ZipPartStream"/> reads it as far as it goes.
/// </summary>
internal sealed class ZipPartBytes : IDisposable
{
    /// <summary>Zeros that follow the content, so that whoever looks at some bytes at a time need not look for the end.</summary>
    internal const int Padding = 16;

    private const int Longest = 64 << 20;
    private const int Step = 64 << 10;

    private readonly int _length;
    private byte[] _array;

    private ZipPartBytes(byte[] array, int length) => (_array, _length) = (array, length);

    /// <summary>The content.</summary>
    internal ReadOnlySpan<byte> Content => Padded[.._length];

    /// <summary>The first bytes of the content.</summary>
    internal ReadOnlySpan<byte> Head => Padded[..Math.Min(ZipPartStream.HeadLength, _length)];

    /// <summary>The content and the zeros after it.</summary>
    internal ReadOnlySpan<byte> Padded => _array.AsSpan(0, _length + Padding);

    /// <summary>Reads an entry; <see langword="null"/> where it is not of those read so. Nothing is taken from the budget.</summary>
    /// <param name="stored">The entry's data as it stands in the archive.</param>
    /// <param name="entry">What the directory says of it.</param>
    /// <param name="budget">What the archive may still inflate to.</param>
    /// <param name="watch">Stops the reading.</param>
    internal static ZipPartBytes? TryRead(Stream stored, ZipEntry entry, ZipBudget budget, ParseWatch watch)
    {
        if (entry.Length is < 0 or > Longest || entry.Length > Math.Min(budget.Left, budget.Limits.MaxPartBytes) || entry.Crc is null)
            return null;
        var length = (int)entry.Length;
        var part = new ZipPartBytes(ArrayPool<byte>.Shared.Rent(length + Padding), length);
        try
        {
            if (part.TryFill(stored, entry, watch))
                return part;
        }
        catch
        {
            part.Dispose();
            throw;
        }

        part.Dispose();
        return null;
    }

    /// <summary>The content as a stream, valid as long as this.</summary>
    internal Stream ToStream() => new MemoryStream(_array, 0, _length, writable: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whoever still asks for the content then fails, and sees nobody else's.
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
    }

    private bool TryFill(Stream stored, ZipEntry entry, ParseWatch watch)
    {
        using var source = entry.Method == 0 ? stored : new DeflateStream(stored, CompressionMode.Decompress);
        try
        {
            for (var at = 0; at < _length;)
            {
                watch.Step();
                var read = source.Read(_array, at, Math.Min(Step, _length - at));
                if (read == 0 || watch.IsReadingOver)
                    return false;
                at += read;
            }

            if (source.ReadByte() >= 0)
                return false;
        }
        catch (InvalidDataException)
        {
            // Damage: the stream says where and keeps what stands before.
            return false;
        }

        Array.Clear(_array, _length, Padding);
        return Crc32.Append(0, Content) == entry.Crc;
    }
}
