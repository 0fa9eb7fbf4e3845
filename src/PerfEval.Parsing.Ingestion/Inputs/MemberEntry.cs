using System.Security.Cryptography;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>A member of an archive, unpacked. Whoever does not read it disposes of it.</summary>
internal sealed class MemberEntry(DocumentContent content) : InventoryEntry, IDisposable
{
    private DocumentContent? _content = content;

    public override ContentReading Read(long maxBytes, CancellationToken cancellationToken)
    {
        var content = Interlocked.Exchange(ref _content, null) ?? throw new InvalidOperationException("A member of an archive is read once.");
        if (content.Length > maxBytes)
        {
            content.Dispose();
            return new ContentReading(null, null, IngestionReason.TooLarge, $"{content.Length} bytes; the limit is {maxBytes}.");
        }

        try
        {
            return new ContentReading(content, Hash(content, cancellationToken), null, null);
        }
        catch (IOException e)
        {
            content.Dispose();
            return new ContentReading(null, null, IngestionReason.ReadError, e.Message);
        }
        catch (OperationCanceledException)
        {
            content.Dispose();
            throw;
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _content, null)?.Dispose();

    private static string Hash(DocumentContent content, CancellationToken cancel)
    {
        if (content is HeldContent held)
            return Convert.ToHexStringLower(SHA256.HashData(held.Bytes.Span));
        using var stream = content.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[FileReading.BufferBytes];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, count);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
