using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs.Disks;

/// <summary>
/// A path by the runtime's own classes, for systems whose names are text (Windows, macOS). What the runtime can list but not open is a fault and not left out.
/// Pipes are not told from files there.
/// </summary>
internal sealed class PortableNode : DiskNode
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, MatchType = MatchType.Simple };
    private readonly string _path;

    // By the listed array itself: a name that is no text has no way back from its bytes.
    private readonly Dictionary<byte[], string> _texts = new(ReferenceEqualityComparer.Instance);

    public PortableNode(DiskNode? parent, byte[] name, string path, bool follow = false)
        : base(parent, name)
    {
        _path = path;
        try
        {
            Look(follow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(FaultOf(e));
        }
    }

    /// <summary>The runtime does not say which file it is, but its path without links does.</summary>
    public override FileIdentity Identity
    {
        get
        {
            var hash = SHA256.HashData(RealPath());
            return new FileIdentity(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8)));
        }
    }

    public override DiskListing List(CancellationToken cancel)
    {
        var names = new List<byte[]>();
        try
        {
            foreach (var path in Directory.EnumerateFileSystemEntries(_path, "*", Everything))
            {
                cancel.ThrowIfCancellationRequested();
                names.Add(RawNames.ToBytes(Path.GetFileName(path)));
                _texts[names[^1]] = Path.GetFileName(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DiskListing(Sorted(names), FaultOf(e));
        }

        return new DiskListing(Sorted(names), null);
    }

    public override DiskNode Child(byte[] name) => new PortableNode(this, name, Path.Join(_path, _texts[name]));

    public override DiskNode Followed() => Kind == NodeKind.Link ? new PortableNode(Parent, Name, _path, follow: true) : this;

    public override byte[] RealPath()
    {
        var target = File.ResolveLinkTarget(_path, returnFinalTarget: true);
        return RawNames.ToBytes(Path.GetFullPath(target?.FullName ?? _path).Replace('\\', '/'));
    }

    public override OpenedFile Open()
    {
        try
        {
            return new OpenedFile(File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), StampOf);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FaultOf(e);
        }
    }

    public override void Close() => _texts.Clear();

    internal static DiskException FaultOf(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => new DiskException(IngestionReason.NotFound, "There is nothing under this path."),
        PathTooLongException => new DiskException(IngestionReason.PathUnrepresentable, "The path is too long for this system."),
        UnauthorizedAccessException => new DiskException(IngestionReason.AccessDenied, "It may not be read by this user."),
        _ => new DiskException(IngestionReason.ReadError, e.Message),
    };

    private static List<byte[]> Sorted(List<byte[]> names)
    {
        names.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return names;
    }

    private static FileStamp StampOf(SafeFileHandle handle) =>
        new(RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle).Ticks, 0, default);

    private void Look(bool follow)
    {
        FileSystemInfo info = Directory.Exists(_path) ? new DirectoryInfo(_path) : new FileInfo(_path);
        if (follow)
            info = info.ResolveLinkTarget(returnFinalTarget: true) ?? info;
        if (!info.Exists && info.LinkTarget is null)
        {
            Fail(_path.Contains('\uFFFD', StringComparison.Ordinal)
                ? new DiskException(IngestionReason.PathUnrepresentable, "The name is no text that this system can open it by.")
                : FaultOf(new FileNotFoundException()));
            return;
        }

        Kind = !follow && info.LinkTarget is not null ? NodeKind.Link
            : (info.Attributes & FileAttributes.Device) != 0 ? NodeKind.Special
            : info is DirectoryInfo ? NodeKind.Directory : NodeKind.File;
        Modified = new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero);
        Length = Kind == NodeKind.File ? ((FileInfo)info).Length : 0;
    }

    private void Fail(DiskException fault) => (Kind, Fault) = (NodeKind.Fault, fault);
}
