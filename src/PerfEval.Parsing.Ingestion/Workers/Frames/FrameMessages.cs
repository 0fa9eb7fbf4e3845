using System.Runtime.InteropServices;
using System.Text;

namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>A document's head.</summary>
/// <param name="DocumentId">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Length">How many bytes follow.</param>
/// <param name="Soft">How long it may take.</param>
internal sealed record DocumentHead(string DocumentId, string Name, long Length, TimeSpan Soft)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(DocumentId);
        writer.Write(Name);
        writer.Write(Length);
        writer.Write(Soft.Ticks);
    }

    public static DocumentHead Read(BinaryReader reader) => new(reader.ReadString(), reader.ReadString(), reader.ReadInt64(), new TimeSpan(reader.ReadInt64()));
}

/// <summary>An answer's head.</summary>
/// <param name="Length">How many bytes follow.</param>
/// <param name="Retire">Whether the worker asks to be replaced.</param>
/// <param name="Pulse">How it is doing.</param>
internal sealed record AnswerHead(long Length, bool Retire, Pulse Pulse)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(Length);
        writer.Write(Retire);
        Pulse.Write(writer);
    }

    public static AnswerHead Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadBoolean(), Pulse.Read(reader));
}

/// <summary>Reads messages out of payloads.</summary>
internal static class FrameMessages
{
    /// <exception cref="InvalidDataException">The payload is no such message.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> payload, Func<BinaryReader, T> read)
    {
        try
        {
            using var reader = new BinaryReader(Stream(payload), Encoding.UTF8);
            return read(reader);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("A message came that cannot be understood.", e);
        }
    }

    public static void WriteOptional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    public static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var held)
        ? new MemoryStream(held.Array!, held.Offset, held.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
