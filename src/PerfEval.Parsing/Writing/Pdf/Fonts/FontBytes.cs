using System.Buffers.Binary;

namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>Bytes of a font file, big-endian. What lies outside them throws <see cref="InvalidDataException"/>: the font is damaged.</summary>
internal readonly struct FontBytes(ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Span => bytes.Span;

    public byte U8(int at) => At(at, 1)[0];

    public int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(At(at, 2));

    public int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(At(at, 2));

    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(At(at, 4));

    public FontBytes Slice(long start, long length) =>
        start >= 0 && length >= 0 && start + length <= bytes.Length ? new FontBytes(bytes.Slice((int)start, (int)length)) : throw Damaged();

    public FontBytes From(long start) => Slice(start, bytes.Length - start);

    public static InvalidDataException Damaged() => new("The font's tables point outside of it.");

    private ReadOnlySpan<byte> At(int at, int length) => at >= 0 && at <= bytes.Length - length ? bytes.Span.Slice(at, length) : throw Damaged();
}
