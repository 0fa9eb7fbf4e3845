using Microsoft.Win32.SafeHandles;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs.Disks;

/// <summary>
/// A path on Linux, by bytes. Everything below a root is opened step by step from the open root, so that no path is too long and no link that someone
/// puts in the way leads elsewhere.
/// </summary>
internal sealed class LinuxNode : DiskNode
{
    private static readonly int DirectoryFlags = LinuxCalls.ReadOnly | LinuxCalls.NonBlocking | LinuxCalls.DirectoryOnly;
    private readonly LinuxNode? _parent;
    private readonly bool _followed;

    // Of a root that is a directory: open as long as anyone may come back to a file below it.
    private readonly SafeFileHandle? _anchor;
    private SafeFileHandle? _opened;
    private FileIdentity _identity;

    private LinuxNode(LinuxNode? parent, byte[] name, bool followed)
        : base(parent, name)
    {
        (_parent, _followed) = (parent, followed);
        try
        {
            _anchor = Look();
        }
        catch (DiskException fault)
        {
            (Kind, Fault) = (NodeKind.Fault, fault);
        }
    }

    public override FileIdentity Identity => _identity;

    private int Links => _followed ? 0 : LinuxCalls.NoFollow;

    /// <summary>Looks at a path as given.</summary>
    public static LinuxNode Root(byte[] path) => new(null, path, followed: true);

    public override DiskListing List(CancellationToken cancel)
    {
        try
        {
            _opened = _parent?._opened is { } parent ? LinuxPaths.OpenAt(parent, Name, DirectoryFlags | Links) : OpenBelowRoot(DirectoryFlags);
            return LinuxPaths.List(_opened, cancel);
        }
        catch (DiskException fault)
        {
            return new DiskListing([], fault);
        }
    }

    public override DiskNode Child(byte[] name) => new LinuxNode(this, name, followed: false);

    public override DiskNode Followed() => new LinuxNode(_parent, Name, followed: true);

    public override byte[]? RealPath() => Kind == NodeKind.Fault ? null : LinuxPaths.RealPath(Name.Length == 0 ? "."u8 : RawPath());

    public override OpenedFile Open()
    {
        var handle = OpenBelowRoot(LinuxCalls.ReadOnly | LinuxCalls.NonBlocking);
        try
        {
            if (LinuxStat.Of(handle).Kind != NodeKind.File)
                throw new DiskException(IngestionReason.NotRegularFile, "A pipe, a socket or a device stands there now, or a directory.");
            return new OpenedFile(handle, opened => LinuxStat.Of(opened).Stamp);
        }
        catch (DiskException)
        {
            handle.Dispose();
            throw;
        }
    }

    public override void Close()
    {
        _opened?.Dispose();
        _opened = null;
    }

    private SafeFileHandle? Look()
    {
        if (_parent is null)
        {
            var root = LinuxPaths.Open(Name.Length == 0 ? "."u8 : Name, LinuxCalls.PathOnly);
            Take(LinuxStat.Of(root));
            if (Kind == NodeKind.Directory)
                return root;
            root.Dispose();
            return null;
        }

        // A directory far down was closed when the walk went deeper.
        _parent._opened ??= _parent.OpenBelowRoot(DirectoryFlags);
        Take(LinuxStat.Of(_parent._opened, Name, _followed));
        return null;
    }

    private void Take(LinuxStat stat)
    {
        (Kind, Modified, _identity) = (stat.Kind, stat.Modified, stat.Stamp.Identity);
        Length = Kind == NodeKind.File ? stat.Stamp.Length : 0;
    }

    /// <summary>Opens this, name by name from the root.</summary>
    private SafeFileHandle OpenBelowRoot(int flags)
    {
        if (_parent is null)
            return _anchor is null ? LinuxPaths.Open(Name, flags) : LinuxPaths.OpenAt(_anchor, "."u8, flags);
        var path = new Stack<LinuxNode>();
        var node = this;
        for (; node._parent is not null; node = node._parent)
            path.Push(node);
        return Descend(node._anchor!, path, flags);
    }

    private static SafeFileHandle Descend(SafeFileHandle root, Stack<LinuxNode> path, int flags)
    {
        var from = root;
        try
        {
            while (true)
            {
                var node = path.Pop();
                if (path.Count == 0)
                    return LinuxPaths.OpenAt(from, node.Name, flags | node.Links);
                var next = LinuxPaths.OpenAt(from, node.Name, LinuxCalls.PathOnly | LinuxCalls.DirectoryOnly | node.Links);
                if (from != root)
                    from.Dispose();
                from = next;
            }
        }
        finally
        {
            if (from != root)
                from.Dispose();
        }
    }
}
