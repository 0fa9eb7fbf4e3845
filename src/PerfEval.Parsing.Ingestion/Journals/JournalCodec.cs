using System.Buffers.Binary;
using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>Records as bytes: length, checksum of length and payload, payload. Numbers are little-endian.</summary>
internal static class JournalCodec
{
    public const int FrameHead = 8;
    public const int MaxPayload = 1 << 24;
    private const byte LastKind = 6;

    /// <summary>The beginning of every journal: a name that no text editor writes, and the layout's version.</summary>
    public static ReadOnlySpan<byte> Header => "\u0089PEJRNL\u0001"u8;

    public static byte[] Encode(IEnumerable<JournalRecord> records)
    {
        using var output = new MemoryStream();
        using var writer = new BinaryWriter(output, Encoding.UTF8);
        foreach (var record in records)
        {
            var start = (int)output.Position;
            writer.Write(0L);
            WritePayload(writer, record);
            writer.Flush();
            var frame = output.GetBuffer().AsSpan(start, (int)output.Position - start);
            BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - FrameHead);
            BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], Checksum(frame));
        }

        return output.ToArray();
    }

    /// <summary>The payload's length by a frame's head; <see langword="null"/> if it cannot be one.</summary>
    public static int? PayloadLength(ReadOnlySpan<byte> head) =>
        BinaryPrimitives.ReadInt32LittleEndian(head) is > 0 and <= MaxPayload and var length ? length : null;

    /// <summary>Whether a whole frame is as it was written.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> frame) =>
        frame[FrameHead] is > 0 and <= LastKind && BinaryPrimitives.ReadUInt32LittleEndian(frame[4..]) == Checksum(frame);

    /// <summary>The payload of a frame as a record.</summary>
    /// <exception cref="InvalidDataException">It is none, although its checksum fits.</exception>
    public static JournalRecord Decode(byte[] frame, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(frame, FrameHead, length), Encoding.UTF8);
        try
        {
            return reader.ReadByte() switch
            {
                1 => new RunStarted(reader.ReadString(), reader.ReadString(), reader.ReadString()),
                2 => new RunEnded(),
                3 => new AttemptBegun(ReadKey(reader), reader.Read7BitEncodedInt()),
                4 => new FileDone(ReadKey(reader), ReadKey(reader), reader.Read7BitEncodedInt(), ReadOutcome(reader)),
                5 => new FileForgotten(ReadKey(reader)),
                6 => new AttemptSurvived(ReadKey(reader)),
                _ => throw new InvalidDataException("An unknown kind of record."),
            };
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("A record that does not hold what its kind must.", e);
        }
    }

    private static void WritePayload(BinaryWriter writer, JournalRecord record)
    {
        switch (record)
        {
            case RunStarted run:
                writer.Write((byte)1);
                writer.Write(run.RunId);
                writer.Write(run.ParserVersion);
                writer.Write(run.OptionsHash);
                break;
            case RunEnded:
                writer.Write((byte)2);
                break;
            case AttemptBegun attempt:
                writer.Write((byte)3);
                writer.Write(attempt.Content.ToBytes());
                writer.Write7BitEncodedInt(attempt.Number);
                break;
            case FileDone done:
                writer.Write((byte)4);
                writer.Write(done.File.ToBytes());
                writer.Write(done.Content.ToBytes());
                writer.Write7BitEncodedInt(done.Run);
                WriteOutcome(writer, done.Outcome);
                break;
            case FileForgotten forgotten:
                writer.Write((byte)5);
                writer.Write(forgotten.File.ToBytes());
                break;
            case AttemptSurvived survived:
                writer.Write((byte)6);
                writer.Write(survived.Content.ToBytes());
                break;
            default:
                throw new ArgumentException($"No layout for {record.GetType().Name}.", nameof(record));
        }
    }

    private static void WriteOutcome(BinaryWriter writer, FileOutcome outcome)
    {
        writer.Write((byte)outcome.State);
        writer.Write((byte)outcome.Scope);
        writer.Write7BitEncodedInt(outcome.Reasons.Count);
        foreach (var reason in outcome.Reasons)
            writer.Write(reason.ToString());
        WriteText(writer, outcome.Detail);
        WriteText(writer, outcome.Format);
    }

    private static FileOutcome ReadOutcome(BinaryReader reader)
    {
        var state = (FileState)reader.ReadByte();
        var scope = (OutcomeScope)reader.ReadByte();
        var reasons = new List<IngestionReason>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            reasons.Add(ReasonNamed(reader.ReadString()));
        if (!Enum.IsDefined(state) || !Enum.IsDefined(scope))
            throw new InvalidDataException("An unknown state.");
        return new FileOutcome(state, reasons, ReadText(reader), ReadText(reader), scope);
    }

    /// <summary>Reasons stand by name: the list may grow in the middle.</summary>
    private static IngestionReason ReasonNamed(string name) =>
        Enum.TryParse<IngestionReason>(name, out var reason) ? reason : throw new InvalidDataException("An unknown reason.");

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static Key128 ReadKey(BinaryReader reader)
    {
        Span<byte> bytes = stackalloc byte[Key128.Size];
        reader.BaseStream.ReadExactly(bytes);
        return Key128.Read(bytes);
    }

    private static uint Checksum(ReadOnlySpan<byte> frame) => Crc32.Append(Crc32.Append(0, frame[..4]), frame[FrameHead..]);
}
