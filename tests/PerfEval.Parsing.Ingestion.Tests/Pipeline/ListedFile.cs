using System.Security.Cryptography;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>A path of an inventory that is a list.</summary>
internal sealed class ListedFile : InventoryEntry
{
    private byte[] _bytes = [];

    /// <summary>Why reading it fails.</summary>
    public IngestionReason? Unreadable { get; init; }

    public static ListedFile Of(string path, string text) => Of(path, Encoding.UTF8.GetBytes(text));

    public static ListedFile Of(string path, byte[] bytes, IngestionReason? damage = null, IngestionReason? unreadable = null) => new()
    {
        FileId = IdOf(path),
        Path = path,
        RawPath = Encoding.UTF8.GetBytes(path),
        Length = bytes.Length,
        _bytes = bytes,
        Damage = damage,
        Unreadable = unreadable,
    };

    /// <summary>A path that is decided by the inventory.</summary>
    public static ListedFile Settled(string path, IngestionReason reason) => new()
    {
        FileId = IdOf(path),
        Path = path,
        RawPath = Encoding.UTF8.GetBytes(path),
        Reason = reason,
        Detail = "As the list says.",
    };

    public static ListedFile Archive(string path, long length, IngestionReason? damage = null) => new()
    {
        FileId = IdOf(path),
        Path = path,
        RawPath = Encoding.UTF8.GetBytes(path),
        Length = length,
        IsArchive = true,
        Damage = damage,
    };

    public static string IdOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..32];

    public override ContentReading Read(long maxBytes, CancellationToken cancellationToken) =>
        Unreadable is { } reason
            ? new ContentReading(null, null, reason, "As the list says.")
            : new ContentReading(new HeldContent(_bytes), Convert.ToHexStringLower(SHA256.HashData(_bytes)), null, null);
}
