using PerfEval.Parsing.Ingestion.Inputs.Disks;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>Something that the walk found and does not go into.</summary>
/// <param name="Node">The path.</param>
/// <param name="Reason">Why there is nothing to read; <see langword="null"/> for a file.</param>
/// <param name="Detail">More about the reason.</param>
internal readonly record struct FoundPath(DiskNode Node, IngestionReason? Reason, string? Detail);

/// <summary>
/// Walks down from a root, depth first, names in the order of their bytes. At any time it holds the names of the directories from the root to where it is.
/// A link is followed, if at all, to what lies below the root and was not walked before, so that no circle is endless; a directory that is no link always is walked.
/// </summary>
internal sealed class DiskWalk(DiskNode root, bool followLinks, Func<DiskNode, bool> enters)
{
    // A process may have some 1,000 files open; of the deeper directories only the deepest stays open.
    private const int OpenDirectories = 100;

    private readonly Stack<Level> _levels = new();
    private readonly HashSet<FileIdentity> _walked = [];
    private readonly byte[]? _rootPath = root.RealPath();

    public IEnumerable<FoundPath> Run(CancellationToken cancel)
    {
        foreach (var found in Meet(root, cancel))
            yield return found;
        while (_levels.TryPeek(out var level))
        {
            cancel.ThrowIfCancellationRequested();
            if (level.Next >= level.Names.Count)
            {
                _levels.Pop().Directory.Close();
                continue;
            }

            foreach (var found in Meet(level.Directory.Child(level.Names[level.Next++]), cancel))
                yield return found;
        }
    }

    private IEnumerable<FoundPath> Meet(DiskNode node, CancellationToken cancel)
    {
        if (node.Kind == NodeKind.Link)
        {
            if (WhyNotFollowed(node) is { } reason)
                return [new FoundPath(node, IngestionReason.SymbolicLink, reason)];
            node = node.Followed();
        }

        return node.Kind switch
        {
            NodeKind.Directory => Enter(node, cancel),
            NodeKind.File => [new FoundPath(node, null, null)],
            NodeKind.Special => [new FoundPath(node, IngestionReason.NotRegularFile, "A pipe, a socket or a device.")],
            _ => [new FoundPath(node, node.Fault!.Reason, node.Fault.Message)],
        };
    }

    private IEnumerable<FoundPath> Enter(DiskNode directory, CancellationToken cancel)
    {
        if (!enters(directory))
            return [];
        if (followLinks)
            _walked.Add(directory.Identity);
        var listing = directory.List(cancel);
        if (_levels.Count > OpenDirectories)
            _levels.Peek().Directory.Close();
        _levels.Push(new Level(directory, listing.Names));
        return listing.Fault is { } fault ? [new FoundPath(directory, fault.Reason, $"The directory cannot be listed. {fault.Message}")] : [];
    }

    private string? WhyNotFollowed(DiskNode link)
    {
        if (!followLinks)
            return "Symbolic links are not followed.";
        var target = link.Followed();
        if (target.Kind == NodeKind.Fault)
            return null;
        if (target.RealPath() is not { } path || _rootPath is null || !RootCover.IsBelow(path, _rootPath))
            return "The link leads out of the root.";
        return target.Kind == NodeKind.Directory && _walked.Contains(target.Identity) ? "The link leads to where the run was already." : null;
    }

    private sealed class Level(DiskNode directory, IReadOnlyList<byte[]> names)
    {
        public DiskNode Directory => directory;

        public IReadOnlyList<byte[]> Names => names;

        public int Next { get; set; }
    }
}
