using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>An archive to take apart.</summary>
/// <param name="Path">Where the worker finds it; <see langword="null"/> where its bytes follow.</param>
/// <param name="Length">How many bytes follow.</param>
/// <param name="Skip">How many members the supervisor has already.</param>
/// <param name="Limits">What it may cost.</param>
internal sealed record ExpandRequest(string? Path, long Length, long Skip, ArchiveLimits Limits)
{
    public void Write(BinaryWriter writer)
    {
        FrameMessages.WriteOptional(writer, Path);
        writer.Write(Length);
        writer.Write(Skip);
        writer.Write(Limits.MaxDepth);
        writer.Write(Limits.MaxEntries);
        writer.Write(Limits.MaxBytes);
        writer.Write(Limits.MaxMemberBytes);
        writer.Write(Limits.MaxRatio);
    }

    public static ExpandRequest Read(BinaryReader reader) => new(
        FrameMessages.ReadOptional(reader),
        reader.ReadInt64(),
        reader.ReadInt64(),
        new ArchiveLimits(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32()));
}

/// <summary>Members without their content as bytes.</summary>
internal static class MemberCodec
{
    public static void Write(BinaryWriter writer, ArchiveMember member)
    {
        writer.Write(member.RawName.Length);
        writer.Write(member.RawName.Span);
        writer.Write(member.Name);
        writer.Write(member.ContainerLength);
        writer.Write(member.Length);
        writer.Write(member.Modified?.UtcTicks ?? -1);
        writer.Write(member.IsArchive);
        writer.Write(member.Reason is { } reason ? (int)reason : -1);
        FrameMessages.WriteOptional(writer, member.Detail);
        writer.Write(member.End);
        writer.Write(member.IsDocument);
        writer.Write(member.Content?.Length ?? -1);
    }

    /// <returns>The member without content, and the bytes of its content, -1 where it has none.</returns>
    /// <exception cref="InvalidDataException">The payload is no member.</exception>
    public static (ArchiveMember Member, long ContentLength) Read(ReadOnlyMemory<byte> payload) => FrameMessages.Read(payload, reader =>
    {
        var member = new ArchiveMember
        {
            RawName = reader.ReadBytes(reader.ReadInt32()),
            Name = reader.ReadString(),
            ContainerLength = reader.ReadInt32(),
            Length = reader.ReadInt64(),
            Modified = reader.ReadInt64() is >= 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            IsArchive = reader.ReadBoolean(),
            Reason = Reason(reader.ReadInt32()),
            Detail = FrameMessages.ReadOptional(reader),
            End = reader.ReadBoolean(),
            IsDocument = reader.ReadBoolean(),
        };
        if (member.ContainerLength < 0 || member.ContainerLength > member.RawName.Length || member.Length < 0)
            throw new InvalidDataException("A member holds an impossible value.");
        return (member, reader.ReadInt64());
    });

    private static IngestionReason? Reason(int value) =>
        value == -1 ? null : Enum.IsDefined((IngestionReason)value) ? (IngestionReason)value : throw new InvalidDataException("A member holds an impossible value.");
}
