using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>The standard security handler, version 1 revision 2: RC4 with a key of 40 bits (ISO 32000-1, 7.6.3).</summary>
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "Old files are encrypted so.")]
internal sealed class PdfSecurity
{
    private const int KeyLength = 5;
    private const int Permissions = -4;

    private static readonly byte[] FileId = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    private static readonly byte[] Padding =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    private readonly byte[] _key;

    internal PdfSecurity(string password)
    {
        var user = Padded(password);
        var owner = Rc4(MD5.HashData(Padded("owner"))[..KeyLength], user);
        _key = MD5.HashData([.. user, .. owner, .. BitConverter.GetBytes(Permissions), .. FileId])[..KeyLength];
        Dictionary = $"<< /Filter /Standard /V 1 /R 2 /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(Rc4(_key, Padding))}> /P {Permissions} >>";
    }

    /// <summary>The trailer's entry that tells files apart.</summary>
    internal static string Id => $"/ID [<{Convert.ToHexString(FileId)}> <{Convert.ToHexString(FileId)}>]";

    /// <summary>The encryption dictionary.</summary>
    internal string Dictionary { get; }

    /// <summary>An object's bytes, encrypted.</summary>
    internal byte[] Encrypt(int number, byte[] data) =>
        Rc4(MD5.HashData([.. _key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), 0, 0])[..(KeyLength + 5)], data);

    private static byte[] Padded(string password) => [.. Encoding.Latin1.GetBytes(password).Concat(Padding).Take(Padding.Length)];

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        var state = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        for (int i = 0, j = 0; i < state.Length; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = new byte[data.Length];
        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 0xFF;
            j = (j + state[i]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(data[n] ^ state[(state[i] + state[j]) & 0xFF]);
        }

        return result;
    }
}
