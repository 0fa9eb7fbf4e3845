using System.Buffers.Binary;
using System.Security.Cryptography;
using PerfEval.Parsing.Ingestion.Inputs.Disks;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>What was enumerated from the roots so far, by paths without links: roots may lie within one another, and each path is enumerated once.</summary>
internal sealed class RootCover
{
    private readonly List<byte[]> _directories = [];
    private readonly HashSet<UInt128> _files = [];

    public bool IsEmpty => _directories.Count == 0 && _files.Count == 0;

    /// <summary>Whether a path was enumerated already.</summary>
    /// <param name="path">The path without links.</param>
    public bool Covers(ReadOnlySpan<byte> path)
    {
        foreach (var directory in _directories)
            if (IsBelow(path, directory))
                return true;
        return _files.Count > 0 && _files.Contains(Key(path));
    }

    /// <summary>Notes that a root was enumerated, and all below it.</summary>
    public void Add(DiskNode root, ReadOnlySpan<byte> path)
    {
        if (root.Kind == NodeKind.Directory)
            _directories.Add(path.ToArray());
        else
            _files.Add(Key(path));
    }

    /// <summary>Whether a path is a directory's or of something within it.</summary>
    public static bool IsBelow(ReadOnlySpan<byte> path, ReadOnlySpan<byte> directory) =>
        path.StartsWith(directory) && (path.Length == directory.Length || directory is [.., (byte)'/'] || path[directory.Length] == '/');

    private static UInt128 Key(ReadOnlySpan<byte> path) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(path));
}
