using System.Runtime.CompilerServices;
using PerfEval.Parsing.Ingestion.Inputs.Disks;
using PerfEval.Parsing.Ingestion.Inputs.Rules;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>
/// Every path under the roots, each once, in an order that depends on nothing but the names: roots as given, names in the order of their bytes, members of archives
/// in that of the archive, then the archive. What cannot be read is an entry that says so; only empty directories leave no trace.
/// </summary>
internal sealed class Inventory
{
    private readonly IEnumerable<IngestionRoot> _roots;
    private readonly IngestionOptions _options;
    private readonly PathRules _rules;
    private readonly ArchiveInventory _archives;
    private readonly RootCover _cover = new();
    private readonly List<string> _notes = [];

    /// <exception cref="ArgumentException">A pattern of the options cannot be read.</exception>
    public Inventory(IEnumerable<IngestionRoot> roots, IngestionOptions options, IArchiveExpander expander)
    {
        _roots = roots;
        _options = options;
        _rules = new PathRules(options);
        _archives = new ArchiveInventory(options, _rules, expander);
    }

    /// <summary>What the operator should know of the roots: that they overlap. Grows while they are enumerated.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Enumerates. Once only.</summary>
    public async IAsyncEnumerable<InventoryEntry> EnumerateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var root in _roots)
            foreach (var found in Walk(root, cancellationToken))
            {
                var entry = ToEntry(found);
                if (entry is not FileEntry file || !_archives.MayBeArchive(file))
                    yield return entry;
                else
                    await foreach (var part in _archives.EnumerateAsync(file, cancellationToken).ConfigureAwait(false))
                        yield return part;
            }
    }

    private IEnumerable<FoundPath> Walk(IngestionRoot root, CancellationToken cancel)
    {
        var node = Disk.Root(root.RawPath.Span);
        if (node.Kind == NodeKind.Fault && RootPattern.TryParse(root.RawPath.Span) is { } pattern)
            return WalkPattern(node, pattern, cancel);
        var path = node.RealPath() ?? node.RawPath();
        if (!_cover.Covers(path))
            return Walk(node, path, cancel);
        _notes.Add($"The root {root} was enumerated with an earlier root already.");
        return [];
    }

    private IEnumerable<FoundPath> Walk(DiskNode root, byte[] path, CancellationToken cancel)
    {
        bool IsNew(DiskNode node) => node.Parent is null || _cover.IsEmpty || !_cover.Covers(PathOf(node, path));
        foreach (var found in new DiskWalk(root, _options.FollowLinks, IsNew).Run(cancel))
            if (IsNew(found.Node))
                yield return found;
        _cover.Add(root, path);
    }

    private IEnumerable<FoundPath> WalkPattern(DiskNode root, RootPattern pattern, CancellationToken cancel)
    {
        var any = false;
        var directory = Disk.Root(pattern.Base);
        var path = directory.RealPath() ?? directory.RawPath();
        bool Enters(DiskNode node) => node.Parent is null || pattern.Glob.MayFitBelow(DisplayBelow(node));
        foreach (var found in new DiskWalk(directory, _options.FollowLinks, Enters).Run(cancel))
        {
            var isDirectory = found.Node.Kind == NodeKind.Directory;
            if (!isDirectory && !pattern.Glob.Fits(DisplayBelow(found.Node)))
                continue;
            any = true;
            if (IsNew(found.Node, path))
                yield return found;
        }

        if (!any)
            yield return new FoundPath(root, IngestionReason.NotFound, "No file fits the pattern.");
    }

    /// <summary>Two patterns may fit one file, and a pattern a file below another root.</summary>
    private bool IsNew(DiskNode node, byte[] root)
    {
        var path = PathOf(node, root);
        if (_cover.Covers(path))
            return false;
        _cover.Add(node, path);
        return true;
    }

    private static byte[] PathOf(DiskNode node, byte[] root) =>
        node.Parent is null ? root : [.. root, .. root is [.., (byte)'/'] ? [] : "/"u8, .. node.PathBelowRoot()];

    private static string DisplayBelow(DiskNode node) => RawNames.ToDisplay(node.PathBelowRoot());

    private InventoryEntry ToEntry(FoundPath found)
    {
        var node = found.Node;
        var raw = node.RawPath();
        var below = DisplayBelow(node);
        var rule = RuleFor(found, below);
        if (rule is null && found.Reason is null)
            return new FileEntry
            {
                Node = node,
                FileId = FileIds.Of(raw),
                Path = RawNames.ToDisplay(raw),
                PathBelowRoot = below,
                RawPath = raw,
                Length = node.Length,
                Modified = node.Modified,
            };
        return new SettledEntry
        {
            FileId = FileIds.Of(raw),
            Path = RawNames.ToDisplay(raw),
            RawPath = raw,
            Length = node.Length,
            Modified = node.Modified,
            Reason = rule?.Reason ?? found.Reason,
            Detail = rule?.Detail ?? found.Detail,
        };
    }

    /// <summary>What a rule leaves out is left out, also where it could not be read; but that a root itself cannot be read is always told.</summary>
    private (IngestionReason Reason, string Detail)? RuleFor(FoundPath found, string below)
    {
        if (found.Node.Parent is null && found.Reason is not null)
            return null;
        var mayHoldOthers = found.Node.Kind is NodeKind.Directory or NodeKind.Fault || (_options.ExpandArchives && ArchiveInventory.IsZipName(below));
        return _rules.LeavesOut(below, mayHoldOthers);
    }
}
