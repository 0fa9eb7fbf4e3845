using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PerfEval.Parsing.Ingestion.Inputs.Disks;

/// <summary>What Linux says of a path (statx, whose layout is the same everywhere).</summary>
internal readonly record struct LinuxStat(NodeKind Kind, DateTimeOffset? Modified, FileStamp Stamp)
{
    private const int TypeMask = 0xF000;
    private const int TypeFile = 0x8000;
    private const int TypeDirectory = 0x4000;
    private const int TypeLink = 0xA000;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <exception cref="DiskException">There is nothing, or it may not be looked at.</exception>
    public static LinuxStat Of(SafeFileHandle directory, ReadOnlySpan<byte> name, bool follow)
    {
        var stat = new byte[LinuxCalls.StatLength];
        var flags = name.IsEmpty ? LinuxCalls.EmptyPath : follow ? 0 : LinuxCalls.NoFollowStat;
        if (LinuxCalls.StatAt(directory, [.. name, 0], flags, LinuxCalls.BasicStats, stat) != 0)
            throw LinuxErrors.ToFault(Marshal.GetLastPInvokeError());
        return Read(stat);
    }

    /// <exception cref="DiskException">The disk failed.</exception>
    public static LinuxStat Of(SafeFileHandle opened) => Of(opened, [], follow: false);

    private static LinuxStat Read(ReadOnlySpan<byte> stat)
    {
        var mode = BinaryPrimitives.ReadUInt16LittleEndian(stat[28..]);
        var (changedSeconds, changedNanoseconds) = Time(stat[96..]);
        var (seconds, nanoseconds) = Time(stat[112..]);
        var device = ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(stat[136..]) << 32) | BinaryPrimitives.ReadUInt32LittleEndian(stat[140..]);
        var stamp = new FileStamp(
            BinaryPrimitives.ReadInt64LittleEndian(stat[40..]),
            unchecked((seconds * NanosecondsPerSecond) + nanoseconds),
            unchecked((changedSeconds * NanosecondsPerSecond) + changedNanoseconds),
            new FileIdentity(device, BinaryPrimitives.ReadUInt64LittleEndian(stat[32..])));
        return new LinuxStat(KindOf(mode), ToTime(seconds, nanoseconds), stamp);
    }

    private static NodeKind KindOf(int mode) => (mode & TypeMask) switch
    {
        TypeFile => NodeKind.File,
        TypeDirectory => NodeKind.Directory,
        TypeLink => NodeKind.Link,
        _ => NodeKind.Special,
    };

    private static (long Seconds, uint Nanoseconds) Time(ReadOnlySpan<byte> time) =>
        (BinaryPrimitives.ReadInt64LittleEndian(time), BinaryPrimitives.ReadUInt32LittleEndian(time[8..]));

    // A disk may say any year; what the calendar does not hold is not known.
    private static DateTimeOffset? ToTime(long seconds, uint nanoseconds) =>
        seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? null
            : DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanoseconds / 100);
}
