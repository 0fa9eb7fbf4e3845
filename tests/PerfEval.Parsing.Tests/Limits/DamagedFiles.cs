using System.Globalization;
using System.IO.Compression;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Tests.Limits;

/// <summary>A healthy file with one fault in it, and what the fault is.</summary>
/// <param name="Fault">The fault in words: where to look when it goes unnoticed.</param>
/// <param name="Bytes">The file.</param>
internal sealed record DamagedFile(string Fault, byte[] Bytes);

/// <summary>
/// Faults of one byte or one cut, the same each time: in the data of each stream and entry, in the headers of archives, in the XML of parts. Bytes of a PDF outside
/// of its packed streams are left alone: nothing in the format could tell a changed digit from a meant one.
/// </summary>
internal static class DamagedFiles
{
    private const int DirectoryEntryLength = 46;

    internal static IEnumerable<DamagedFile> OfZip(byte[] file, int flips, int cuts)
    {
        foreach (var entry in ZipDirectory.TryRead(file, 1000)!.Entries)
        {
            var data = (int)ZipSalvage.DataOffset(file, entry.HeaderOffset);
            foreach (var at in Spread((int)entry.HeaderOffset, data, 6))
                yield return Flip(file, at, $"{entry.Name}: header");
            foreach (var at in Spread(data, data + (int)entry.CompressedLength, flips))
                yield return Flip(file, at, $"{entry.Name}: data");
        }

        var directory = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        foreach (var at in Spread(directory, file.Length, flips * 8))
            yield return Flip(file, at, "directory");
        for (var i = 0; i < DirectoryEntryLength; i++)
            yield return Flip(file, directory + i, "first entry of the directory");
        // Less than four bytes are no archive any more, but a text.
        foreach (var length in Spread(4, file.Length, cuts))
            yield return new DamagedFile(string.Create(CultureInfo.InvariantCulture, $"cut at {length} of {file.Length}"), file[..length]);
    }

    /// <summary>Each XML part cut, in an archive that is otherwise sound.</summary>
    internal static IEnumerable<DamagedFile> OfParts(byte[] file, int cuts)
    {
        foreach (var name in ZipDirectory.TryRead(file, 1000)!.Entries.Select(e => e.Name))
            foreach (var share in Spread(0, 1000, cuts))
                yield return new DamagedFile(string.Create(CultureInfo.InvariantCulture, $"{name} cut at {share}‰"), WithPart(file, name, part => part[..(int)((long)part.Length * share / 1000)]));
    }

    /// <summary>The packed streams of a PDF.</summary>
    internal static IEnumerable<DamagedFile> OfPdf(byte[] file, int flips, int cuts)
    {
        foreach (var (start, end) in PackedStreams(file))
        {
            foreach (var at in Spread(start, end, flips))
                yield return Flip(file, at, "stream");
            // A stream without any data is what writers give an empty page.
            foreach (var at in Spread(start + 1, end, cuts))
                yield return new DamagedFile(string.Create(CultureInfo.InvariantCulture, $"stream at {start} of {end - start} bytes cut at {at - start}"), CutStream(file, start, at, end));
        }

        foreach (var length in Spread(5, file.Length, cuts * 10))
            yield return new DamagedFile(string.Create(CultureInfo.InvariantCulture, $"cut at {length} of {file.Length}"), file[..length]);
    }

    /// <summary>The archive with one part changed.</summary>
    internal static byte[] WithPart(byte[] file, string name, Func<byte[], byte[]> change)
    {
        using var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        using (var source = new ZipArchive(new MemoryStream(file)))
            foreach (var entry in source.Entries)
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(content);
                using var written = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                written.Write(entry.FullName == name ? change(content.ToArray()) : content.ToArray());
            }

        return result.ToArray();
    }

    private static IEnumerable<(int Start, int End)> PackedStreams(byte[] file)
    {
        for (var at = 0; file.AsSpan(at).IndexOf("/FlateDecode"u8) is >= 0 and var found;)
        {
            at += found;
            var start = at + file.AsSpan(at).IndexOf("stream\n"u8) + 7;
            var end = start + file.AsSpan(start).IndexOf("\nendstream"u8);
            yield return (start, end);
            at = end;
        }
    }

    /// <summary>The file with a shorter stream whose length is told rightly; all offsets behind it are wrong.</summary>
    private static byte[] CutStream(byte[] file, int start, int at, int end)
    {
        var head = System.Text.Encoding.Latin1.GetString(file, 0, start);
        var length = head.LastIndexOf("/Length", StringComparison.Ordinal);
        head = string.Create(CultureInfo.InvariantCulture, $"{head[..length]}/Length {at - start} >>\nstream\n");
        return [.. System.Text.Encoding.Latin1.GetBytes(head), .. file[start..at], .. file[end..]];
    }

    private static DamagedFile Flip(byte[] file, int at, string where)
    {
        var bytes = (byte[])file.Clone();
        bytes[at] ^= (byte)(1 << (at % 8));
        return new DamagedFile(string.Create(CultureInfo.InvariantCulture, $"{where}: byte {at} flipped"), bytes);
    }

    private static IEnumerable<int> Spread(int from, int to, int count) =>
        Enumerable.Range(0, count).Select(i => from + (int)((long)(to - from) * i / count)).Where(at => at < to).Distinct();
}
