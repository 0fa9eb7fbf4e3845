namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>What an archive says of one member.</summary>
internal sealed record ZipItem
{
    private const int EncryptedFlag = 1;
    private const int Utf8Flag = 0x800;
    private const int UnixHost = 3;
    private const int TypeMask = 0xF000;
    private const int TypeFile = 0x8000;
    private const int TypeLink = 0xA000;

    /// <summary>The name's bytes as stored.</summary>
    public required byte[] RawName { get; init; }

    /// <summary>The name in UTF-8 that some programs store beside one in another encoding (Info-ZIP Unicode Path); <see langword="null"/> for none.</summary>
    public byte[]? UnicodeName { get; init; }

    public required int Method { get; init; }

    public required int Flags { get; init; }

    /// <summary>The checksum; <see langword="null"/> where the archive does not say.</summary>
    public uint? Crc { get; init; }

    /// <summary>The stored bytes.</summary>
    public long CompressedLength { get; init; }

    /// <summary>The inflated bytes; -1 where the archive does not say.</summary>
    public long Length { get; init; }

    /// <summary>Where its own header stands.</summary>
    public long HeaderOffset { get; init; }

    /// <summary>Date and time of DOS.</summary>
    public uint Time { get; init; }

    /// <summary>The system on which it was packed.</summary>
    public int Host { get; init; }

    /// <summary>The attributes there; on Unix the file's mode in the upper half.</summary>
    public uint Attributes { get; init; }

    public bool IsEncrypted => (Flags & EncryptedFlag) != 0;

    public bool IsUtf8 => (Flags & Utf8Flag) != 0;

    public bool IsLink => Type == TypeLink;

    /// <summary>A pipe, socket or device.</summary>
    public bool IsSpecial => Type is not (0 or TypeFile or TypeLink) && !IsDirectory;

    /// <summary>A directory has no bytes: what has some is a member, whatever its name.</summary>
    public bool IsDirectory => Length <= 0 && RawName is [.., (byte)'/' or (byte)'\\'];

    /// <summary>When it was last written to, taken for UTC; <see langword="null"/> where that is no time.</summary>
    public DateTimeOffset? Modified
    {
        get
        {
            int year = 1980 + (int)(Time >> 25), month = (int)(Time >> 21) & 15, day = (int)(Time >> 16) & 31;
            int hour = (int)(Time >> 11) & 31, minute = (int)(Time >> 5) & 63, second = ((int)Time & 31) * 2;
            return month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59
                ? null
                : new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero);
        }
    }

    private int Type => Host == UnixHost ? (int)(Attributes >> 16) & TypeMask : 0;
}
