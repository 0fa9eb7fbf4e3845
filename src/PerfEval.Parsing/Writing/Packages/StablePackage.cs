using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PerfEval.Parsing.Writing.Packages;

/// <summary>
/// Writes an Office Open XML package so that the same parts give the same bytes: entries in a fixed order and without the time, the platform and
/// the attributes that the runtime's own zip writer puts down. The parts' content, relationship ids above all, must be stable already.
/// </summary>
internal static class StablePackage
{
    // 1 January 1980, 00:00: the zero of the archive's clock, which knows no time zone.
    private const uint EntryTime = 0x0021_0000;
    private const ushort Version = 20;
    private const ushort NameIsUtf8 = 0x0800;
    private const ushort Deflated = 8;
    private const uint LocalSignature = 0x04034B50;
    private const uint DirectorySignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const int LocalLength = 30;
    private const int DirectoryLength = 46;
    private const int EndLength = 22;

    /// <summary>What a package begins with: readers that stream it must know the content types first.</summary>
    private static readonly string[] First = ["[Content_Types].xml", "_rels/.rels"];

    private sealed record Entry(byte[] Name, uint Crc, int Length, byte[] Data);

    /// <summary>Writes a package anew.</summary>
    /// <param name="package">The package as it was built: any zip archive; it is read from its beginning and left open.</param>
    /// <param name="output">Where the bytes go; it is neither flushed nor closed.</param>
    /// <exception cref="InvalidDataException"><paramref name="package"/> is no zip archive.</exception>
    internal static void Write(Stream package, Stream output)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(output);
        package.Position = 0;
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        var directory = new MemoryStream();
        var (offset, count) = (0u, 0);
        foreach (var source in zip.Entries.Where(e => !e.FullName.EndsWith('/')).OrderBy(Rank).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var entry = Pack(source);
            directory.Write(DirectoryHead(entry, offset));
            directory.Write(entry.Name);
            output.Write(LocalHead(entry));
            output.Write(entry.Name);
            output.Write(entry.Data);
            offset += (uint)(LocalLength + entry.Name.Length + entry.Data.Length);
            count++;
        }

        output.Write(directory.GetBuffer(), 0, (int)directory.Length);
        output.Write(End(count, (uint)directory.Length, offset));
    }

    private static int Rank(ZipArchiveEntry entry) => Array.IndexOf(First, entry.FullName) is >= 0 and var rank ? rank : First.Length;

    private static Entry Pack(ZipArchiveEntry source)
    {
        using var content = source.Open();
        var bytes = new byte[source.Length];
        content.ReadExactly(bytes);
        return new Entry(Encoding.UTF8.GetBytes(source.FullName), source.Crc32, bytes.Length, StableDeflate.PackBare(bytes));
    }

    private static byte[] LocalHead(Entry entry)
    {
        var head = new byte[LocalLength];
        BinaryPrimitives.WriteUInt32LittleEndian(head, LocalSignature);
        Describe(head.AsSpan(4), entry);
        return head;
    }

    private static byte[] DirectoryHead(Entry entry, uint offset)
    {
        var head = new byte[DirectoryLength];
        BinaryPrimitives.WriteUInt32LittleEndian(head, DirectorySignature);
        // The upper byte would name the platform; zero is the one without attributes of its own.
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(4), Version);
        Describe(head.AsSpan(6), entry);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(42), offset);
        return head;
    }

    /// <summary>The fields that an entry's own head and its line in the directory share (APPNOTE 4.3.7, 4.3.12).</summary>
    private static void Describe(Span<byte> head, Entry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], entry.Name.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)127) ? NameIsUtf8 : (ushort)0);
        BinaryPrimitives.WriteUInt16LittleEndian(head[4..], Deflated);
        BinaryPrimitives.WriteUInt32LittleEndian(head[6..], EntryTime);
        BinaryPrimitives.WriteUInt32LittleEndian(head[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(head[14..], (uint)entry.Data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[18..], (uint)entry.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(head[22..], (ushort)entry.Name.Length);
    }

    private static byte[] End(int count, uint length, uint offset)
    {
        var end = new byte[EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), offset);
        return end;
    }
}
