using System.Security.Cryptography;
using System.Text;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>The ids of paths: the first 128 bits of a SHA-256, 32 hexadecimal digits.</summary>
internal static class FileIds
{
    private const int IdBytes = 16;

    public static string Of(ReadOnlySpan<byte> rawPath) => Cut(SHA256.HashData(rawPath));

    /// <summary>The id of an archive's member: no path holds a zero byte, so that it cannot be that of another path.</summary>
    public static string OfMember(string containerId, ReadOnlySpan<byte> rawName) =>
        Cut(SHA256.HashData([.. Encoding.ASCII.GetBytes(containerId), 0, .. rawName]));

    private static string Cut(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash[..IdBytes]);
}
