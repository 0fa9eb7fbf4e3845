using System.Buffers.Binary;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>What unpacking a member gave.</summary>
/// <param name="Content">Its bytes; <see langword="null"/> where there are none to be had.</param>
/// <param name="Reason">What is wrong with them, or why there are none.</param>
/// <param name="Detail">More about the reason.</param>
internal readonly record struct UnpackedMember(DocumentContent? Content, IngestionReason? Reason, string? Detail);

/// <summary>Unpacks members, bounded and checked.</summary>
internal sealed class ZipUnpacking(ArchiveLimits limits, string temporaryDirectory)
{
    private const int Stored = 0;
    private const int Deflated = 8;
    private const int BufferBytes = 64 * 1024;
    private readonly byte[] _buffer = new byte[BufferBytes];

    private readonly ZipBudget _budget = new(ParseLimits.Default with
    {
        MaxInflatedBytes = limits.MaxBytes,
        MaxPartBytes = limits.MaxMemberBytes,
        MaxRatio = limits.MaxRatio,
    });

    /// <summary>Whether the bytes of all members together came to the limit.</summary>
    public bool IsSpent { get; private set; }

    public UnpackedMember Unpack(ZipBytes archive, ZipItem item, CancellationToken cancel)
    {
        if (WhyNot(item) is { } refusal)
            return refusal;
        try
        {
            return Locate(archive, item) is { } data
                ? Inflate(archive, item, data, cancel)
                : new UnpackedMember(null, IngestionReason.Corrupt, "The member's data is not where the archive's directory says.");
        }
        catch (IOException e)
        {
            return new UnpackedMember(null, IngestionReason.ReadError, e.Message);
        }
    }

    private UnpackedMember? WhyNot(ZipItem item)
    {
        if (item.IsLink)
            return new UnpackedMember(null, IngestionReason.SymbolicLink, "Symbolic links in archives are not followed.");
        if (item.IsSpecial)
            return new UnpackedMember(null, IngestionReason.NotRegularFile, "A pipe, a socket or a device.");
        if (item.IsEncrypted)
            return new UnpackedMember(null, IngestionReason.Encrypted, "The member is protected by a password. Unpack it and read the file.");
        if (item.Method is not (Stored or Deflated))
            return new UnpackedMember(null, IngestionReason.UnsupportedFormat, $"The member is packed by method {item.Method}. Unpack it and read the file.");
        if (item.Length > limits.MaxMemberBytes)
            return new UnpackedMember(null, IngestionReason.TooLarge, $"{item.Length} bytes; the limit is {limits.MaxMemberBytes}.");
        if (IsSpent)
            return new UnpackedMember(null, IngestionReason.SizeLimit, $"The members before it came to {limits.MaxBytes} bytes already.");
        return null;
    }

    /// <summary>Where the member's data begins; <see langword="null"/> where no header stands, or one of another kind than the directory says.</summary>
    private static long? Locate(ZipBytes archive, ZipItem item)
    {
        var head = archive.At(item.HeaderOffset, ZipLocalScan.HeaderLength);
        if (head.Length < ZipLocalScan.HeaderLength || !head.StartsWith(ZipLocalScan.Signature) || BinaryPrimitives.ReadUInt16LittleEndian(head[8..]) != item.Method)
            return null;
        return item.HeaderOffset + ZipLocalScan.HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
    }

    private UnpackedMember Inflate(ZipBytes archive, ZipItem item, long data, CancellationToken cancel)
    {
        // What the archive says of lengths is believed only as far as the archive goes.
        var stored = Math.Max(0, Math.Min(item.CompressedLength, archive.Length - data));
        var entry = new ZipEntry("", item.Method, item.Flags, item.Crc, stored, item.Length, item.HeaderOffset);
        using var part = new ZipPartStream(archive.Part(data, stored), entry, _budget);
        using var target = new TemporaryContent(temporaryDirectory);
        long length = 0;
        int count;
        while ((count = part.Read(_buffer)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            target.Write(_buffer.AsSpan(0, count));
            length += count;
        }

        if (part.Limit is { } limit)
            return Limited(limit.Name, item);
        var (reason, detail) = Fault(part, item);
        if (length == 0)
            return new UnpackedMember(null, reason ?? IngestionReason.Empty, detail ?? "The member has no bytes.");
        return new UnpackedMember(target.ToContent(), reason, detail);
    }

    private UnpackedMember Limited(string limit, ZipItem item)
    {
        IsSpent |= limit == nameof(ParseLimits.MaxInflatedBytes);
        return limit switch
        {
            nameof(ParseLimits.MaxInflatedBytes) => new UnpackedMember(null, IngestionReason.SizeLimit, $"With it, the members come to more than {limits.MaxBytes} bytes."),
            nameof(ParseLimits.MaxPartBytes) => new UnpackedMember(null, IngestionReason.TooLarge, $"It inflates to more than {limits.MaxMemberBytes} bytes."),
            _ => new UnpackedMember(null, IngestionReason.RatioLimit, $"It inflates to more than {limits.MaxRatio} times its {item.CompressedLength} stored bytes."),
        };
    }

    private static (IngestionReason? Reason, string? Detail) Fault(ZipPartStream part, ZipItem item)
    {
        if (part.Fault == DiagnosticCode.LengthMismatch)
            return (IngestionReason.LengthMismatch, $"Of the member: {part.FaultMessage}.");
        if (part.Fault is not null)
            return (IngestionReason.CrcMismatch, $"Of the member: {part.FaultMessage}.");
        // Found by its own header, without a checksum: it may be cut, and nothing would show it.
        return item.Crc is null ? (IngestionReason.ArchiveSalvaged, "Neither the length nor the checksum of the member is known.") : (null, null);
    }
}
