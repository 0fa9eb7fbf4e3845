using System.IO.Compression;
using System.Text;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>Writes zip archives as no program should.</summary>
internal sealed class RawZip
{
    private readonly List<byte> _body = [];
    private readonly List<byte> _directory = [];
    private int _count;

    /// <summary>What comes before the archive.</summary>
    public byte[] Before { get; init; } = [];

    public static byte[] Of(params (string Name, byte[] Content)[] members)
    {
        var zip = new RawZip();
        foreach (var (name, content) in members)
            zip.Add(Encoding.UTF8.GetBytes(name), content);
        return zip.ToArray();
    }

    public RawZip Add(string name, string content = "text") => Add(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(content));

    /// <summary>Adds a member; what is given differs from the truth.</summary>
    public RawZip Add(
        byte[] name,
        byte[] content,
        int flags = 0,
        int method = 0,
        uint? crc = null,
        long? length = null,
        int host = 0,
        uint attributes = 0,
        byte[]? extra = null,
        bool sizesFollow = false,
        bool zip64 = false)
    {
        var stored = method == 8 ? Deflated(content) : content;
        var sum = crc ?? Crc32.Append(0, content);
        var place = _body.Count;
        flags |= sizesFollow ? 8 : 0;
        long says = length ?? content.Length;
        _body.AddRange(sizesFollow
            ? Head(0x04034B50, null, flags, method, 0, 0, 0, name, [], false, 0, 0)
            : Head(0x04034B50, null, flags, method, sum, stored.Length, says, name, [], false, 0, 0));
        _body.AddRange(stored);
        if (sizesFollow)
            _body.AddRange([.. "PK\x07\x08"u8, .. BitConverter.GetBytes(sum), .. BitConverter.GetBytes(stored.Length), .. BitConverter.GetBytes((int)says)]);
        _directory.AddRange(Head(0x02014B50, host, flags, method, sum, stored.Length, says, name, extra ?? [], zip64, place, attributes));
        _count++;
        return this;
    }

    /// <summary>The archive.</summary>
    /// <param name="zip64">With the end record for more than 65,535 members.</param>
    public byte[] ToArray(bool zip64 = false)
    {
        using var output = new MemoryStream();
        output.Write([.. Before, .. _body, .. _directory]);
        using var writer = new BinaryWriter(output, Encoding.Latin1, leaveOpen: true);
        if (zip64)
            End64(writer, output.Length);
        writer.Write(0x06054B50);
        writer.Write(0);
        writer.Write((ushort)(zip64 ? 0xFFFF : _count));
        writer.Write((ushort)(zip64 ? 0xFFFF : _count));
        writer.Write(zip64 ? uint.MaxValue : (uint)_directory.Count);
        writer.Write(zip64 ? uint.MaxValue : (uint)_body.Count);
        writer.Write((ushort)0);
        return output.ToArray();
    }

    /// <summary>The archive without its directory.</summary>
    public byte[] WithoutDirectory() => [.. _body];

    private static byte[] Head(
        int signature, int? host, int flags, int method, uint crc, long stored, long length, byte[] name, byte[] extra, bool zip64, long place, uint attributes)
    {
        using var to = new MemoryStream();
        using var writer = new BinaryWriter(to);
        writer.Write(signature);
        if (host is not null)
            writer.Write((ushort)(20 | (host << 8)));
        writer.Write((ushort)20);
        writer.Write((ushort)flags);
        writer.Write((ushort)method);
        writer.Write(0x5A216000);
        writer.Write(crc);
        writer.Write(zip64 ? uint.MaxValue : (uint)stored);
        writer.Write(zip64 ? uint.MaxValue : (uint)length);
        writer.Write((ushort)name.Length);
        var all = zip64 ? [1, 0, 24, 0, .. BitConverter.GetBytes(length), .. BitConverter.GetBytes(stored), .. BitConverter.GetBytes(place), .. extra] : extra;
        writer.Write((ushort)all.Length);
        if (host is not null)
        {
            writer.Write((ushort)0);
            writer.Write(0);
            writer.Write(attributes);
            writer.Write(zip64 ? uint.MaxValue : (uint)place);
        }

        writer.Write(name);
        writer.Write(all);
        writer.Flush();
        return to.ToArray();
    }

    private void End64(BinaryWriter writer, long end)
    {
        writer.Write(0x06064B50);
        writer.Write(44L);
        writer.Write(0x002D002D);
        writer.Write(0L);
        writer.Write((long)_count);
        writer.Write((long)_count);
        writer.Write((long)_directory.Count);
        writer.Write((long)_body.Count);
        writer.Write(0x07064B50);
        writer.Write(0);
        writer.Write(end - Before.Length);
        writer.Write(1);
    }

    private static byte[] Deflated(byte[] content)
    {
        using var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return output.ToArray();
    }
}
