using System.Security.Cryptography;
using PerfEval.Parsing.Ingestion.Inputs.Disks;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>
/// Reads files so that what was hashed is what was read: a file that changes meanwhile, or that the disk fails on, is read once more. Short ones are
/// held in memory, long ones stay open.
/// </summary>
internal static class FileReading
{
    internal const int HeldBytes = 16 << 20;
    internal const int BufferBytes = 1 << 20;
    private const int Tries = 2;

    public static ContentReading Read(DiskNode node, long maxBytes, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var reading = TryRead(node, maxBytes, cancel);
            if (tries == Tries || reading.Reason is null || ReasonRules.Retry(reading.Reason.Value) != RetryRule.ReadAgain)
                return reading;
        }
    }

    private static ContentReading TryRead(DiskNode node, long maxBytes, CancellationToken cancel)
    {
        OpenedFile? file = null;
        try
        {
            file = node.Open();
            var reading = Read(file, maxBytes, cancel);
            if (reading.Content is FileContent)
                file = null;
            return reading;
        }
        catch (DiskException e)
        {
            return Failed(e.Reason, e.Message);
        }
        catch (UnauthorizedAccessException e)
        {
            return Failed(IngestionReason.AccessDenied, e.Message);
        }
        catch (IOException e)
        {
            return Failed(IngestionReason.ReadError, e.Message);
        }
        finally
        {
            file?.Dispose();
        }
    }

    private static ContentReading Read(OpenedFile file, long maxBytes, CancellationToken cancel)
    {
        var before = file.Stamp();
        if (before.Length == 0)
            return Failed(IngestionReason.Empty, "The file has no bytes.");
        if (before.Length > maxBytes)
            return Failed(IngestionReason.TooLarge, $"{before.Length} bytes; the limit is {maxBytes}.");
        var held = before.Length <= HeldBytes ? new byte[before.Length] : null;
        var (length, hash) = ReadAll(file, held, before.Length, cancel);
        if (length != before.Length || file.Stamp() != before)
            return Failed(IngestionReason.ChangedDuringRead, $"{before.Length} bytes before it was read, {file.Stamp().Length} after, {length} read.");
        return new ContentReading(held is null ? new FileContent(file, before) : new HeldContent(held), hash, null, null);
    }

    /// <summary>Reads to the end, but at most one byte beyond what is expected: that it has grown is enough to know.</summary>
    private static (long Length, string Hash) ReadAll(OpenedFile file, byte[]? held, long expected, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = held ?? new byte[BufferBytes];
        long at = 0;
        while (at < expected)
        {
            cancel.ThrowIfCancellationRequested();
            var target = held is null ? buffer.AsSpan(0, (int)Math.Min(buffer.Length, expected - at)) : held.AsSpan((int)at, (int)Math.Min(BufferBytes, expected - at));
            var count = file.Read(target, at);
            if (count == 0)
                break;
            hash.AppendData(target[..count]);
            at += count;
        }

        Span<byte> beyond = stackalloc byte[1];
        return (at + file.Read(beyond, at), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static ContentReading Failed(IngestionReason reason, string detail) => new(null, null, reason, detail);
}
