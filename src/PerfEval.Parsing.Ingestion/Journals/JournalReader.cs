using System.Globalization;

namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>How far a journal can be read.</summary>
/// <param name="End">Where the last whole record ends.</param>
/// <param name="Length">How long the file is; what lies between is the torn end of a last write.</param>
/// <param name="FileBytes">How many of its bytes are records of files.</param>
/// <param name="FileRecords">How many records of files it has.</param>
/// <param name="Damage">Why it cannot be gone on with; <see langword="null"/> for a good one.</param>
internal sealed record JournalReading(long End, long Length, long FileBytes, long FileRecords, string? Damage);

/// <summary>Reads journals, whatever happened to them.</summary>
internal static class JournalReader
{
    /// <summary>More than this is not the torn end of one write.</summary>
    private const long MaxTail = 64L << 20;

    /// <summary>Reads a journal into an index, which is of no use if the reading tells of damage.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public static JournalReading Read(string path, JournalIndex index)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 20);
        Span<byte> header = stackalloc byte[JournalCodec.Header.Length];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.SequenceEqual(JournalCodec.Header))
            return new JournalReading(0, file.Length, 0, 0, "it does not begin like a journal of this version");
        long end = header.Length, fileBytes = 0, fileRecords = 0;
        var frame = new byte[4096];
        try
        {
            for (int length; (length = ReadFrame(file, ref frame)) > 0; end += JournalCodec.FrameHead + length)
            {
                var record = JournalCodec.Decode(frame, length);
                index.Apply(record);
                if (record is not FileDone)
                    continue;
                fileRecords++;
                fileBytes += JournalCodec.FrameHead + length;
            }
        }
        catch (InvalidDataException e)
        {
            return new JournalReading(end, file.Length, fileBytes, fileRecords, At(end, e.Message));
        }

        var damage = IsTorn(file, end) ? null : At(end, "a damaged record, and good ones after it");
        return new JournalReading(end, file.Length, fileBytes, fileRecords, damage);
    }

    /// <summary>The payload's length of the next frame, which is then in the buffer; 0 where there is no whole one.</summary>
    private static int ReadFrame(FileStream file, ref byte[] frame)
    {
        if (file.ReadAtLeast(frame.AsSpan(0, JournalCodec.FrameHead), JournalCodec.FrameHead, throwOnEndOfStream: false) < JournalCodec.FrameHead)
            return 0;
        if (JournalCodec.PayloadLength(frame) is not { } length || length > file.Length - file.Position)
            return 0;
        if (frame.Length < JournalCodec.FrameHead + length)
            Array.Resize(ref frame, JournalCodec.FrameHead + length);
        file.ReadExactly(frame, JournalCodec.FrameHead, length);
        return JournalCodec.IsWhole(frame.AsSpan(0, JournalCodec.FrameHead + length)) ? length : 0;
    }

    /// <summary>Whether no whole record follows: then it is the torn end of the last write, and cutting it off loses nothing that was promised.</summary>
    private static bool IsTorn(FileStream file, long end)
    {
        if (file.Length - end > MaxTail)
            return false;
        var tail = new byte[file.Length - end];
        file.Position = end;
        file.ReadExactly(tail);
        for (var at = 1; at < tail.Length - JournalCodec.FrameHead; at++)
            if (JournalCodec.PayloadLength(tail.AsSpan(at)) is { } length && length <= tail.Length - at - JournalCodec.FrameHead
                && JournalCodec.IsWhole(tail.AsSpan(at, JournalCodec.FrameHead + length)))
                return false;
        return true;
    }

    private static string At(long position, string what) => string.Create(CultureInfo.InvariantCulture, $"at byte {position}: {what}");
}
