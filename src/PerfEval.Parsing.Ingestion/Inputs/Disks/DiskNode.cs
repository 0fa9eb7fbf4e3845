using System.Buffers;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs.Disks;

/// <summary>What lies under a path.</summary>
internal enum NodeKind
{
    File,
    Directory,
    Link,

    /// <summary>A pipe, socket or device: opening one may wait for ever.</summary>
    Special,

    /// <summary>It could not be looked at; the fault says why.</summary>
    Fault,
}

/// <summary>A path on the disk as the walk came to it. It knows only its own name and its parent, so that a long path costs its length once.</summary>
internal abstract class DiskNode(DiskNode? parent, byte[] name)
{
    /// <summary>The directory that it was found in; <see langword="null"/> for a root.</summary>
    public DiskNode? Parent => parent;

    /// <summary>Its name's bytes; of a root, the path as given, without slashes at its end; none for the current directory unnamed.</summary>
    public byte[] Name => name;

    public NodeKind Kind { get; protected set; }

    /// <summary>Its bytes; 0 for what is no file.</summary>
    public long Length { get; protected set; }

    public DateTimeOffset? Modified { get; protected set; }

    /// <summary>Why it could not be looked at.</summary>
    public DiskException? Fault { get; protected set; }

    /// <summary>What tells a directory from all others on this machine, under whatever path.</summary>
    public abstract FileIdentity Identity { get; }

    /// <summary>The path's bytes.</summary>
    public byte[] RawPath() => Join(last: null);

    /// <summary>The path's bytes below the root; of a root, its name.</summary>
    public byte[] PathBelowRoot()
    {
        if (parent is null)
            return name[(name.AsSpan().LastIndexOf((byte)'/') + 1)..];
        var root = parent;
        while (root.Parent is { } above)
            root = above;
        return Join(root);
    }

    /// <summary>Lists a directory and keeps it open for <see cref="Child"/> until <see cref="Close"/>.</summary>
    public abstract DiskListing List(CancellationToken cancel);

    /// <summary>Looks at what lies under a name in this directory. What cannot be looked at is a fault, not an exception.</summary>
    public abstract DiskNode Child(byte[] name);

    /// <summary>Looks through a link: the same path, but what it leads to; a fault where it leads nowhere.</summary>
    public abstract DiskNode Followed();

    /// <summary>The path without links; <see langword="null"/> where that cannot be told.</summary>
    public abstract byte[]? RealPath();

    /// <summary>Opens a file for reading without waiting; also later and from another thread.</summary>
    /// <exception cref="DiskException">It cannot be opened, or is no regular file.</exception>
    public abstract OpenedFile Open();

    /// <summary>The directory need not be kept open.</summary>
    public virtual void Close()
    {
    }

    /// <summary>The names from below a directory, or from the root, down to this. A path may be thousands of names long: no name is copied twice.</summary>
    private byte[] Join(DiskNode? last)
    {
        var names = new Stack<byte[]>();
        for (var node = this; node != last; node = node.Parent)
            names.Push(node!.Name);
        var path = new ArrayBufferWriter<byte>();
        foreach (var next in names)
        {
            if (path.WrittenCount > 0 && path.WrittenSpan[^1] != '/')
                path.Write("/"u8);
            path.Write(next);
        }

        return path.WrittenSpan.ToArray();
    }
}

/// <summary>The names in a directory, in the order of their bytes.</summary>
/// <param name="Names">The names.</param>
/// <param name="Fault">Why there are none, or perhaps not all.</param>
internal sealed record DiskListing(IReadOnlyList<byte[]> Names, DiskException? Fault);

/// <summary>A device and a number on it.</summary>
internal readonly record struct FileIdentity(ulong Device, ulong Inode);

/// <summary>The disk does not give what is asked for.</summary>
internal sealed class DiskException(IngestionReason reason, string message) : Exception(message)
{
    public IngestionReason Reason => reason;
}
