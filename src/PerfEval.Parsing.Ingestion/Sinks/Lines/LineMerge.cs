using PerfEval.Parsing.Ingestion.Sinks.Segments;

namespace PerfEval.Parsing.Ingestion.Sinks.Lines;

/// <summary>
/// Merges the log into the parts: parts of which every line still holds are kept as they are, the others are written anew without what is superseded, then come the
/// lines of the log. Each document stands with one line: where it stood, or else with the first file that refers to it.
/// </summary>
internal sealed class LineMerge(MergeInput input, MergeOutput output)
{
    // A last part below this is filled up rather than followed by another small one.
    private const long SmallPart = 64L << 20;
    private readonly Dictionary<ContentKey, UInt128> _homes = [];
    private ArchiveIndex Index => input.Index;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        FindHomes();
        var parts = input.Manifest.Parts(LineParts.Table);
        var changed = ChangedParts(parts);
        for (var i = 0; i < parts.Count; i++)
            if (!changed.Contains(i))
                output.Add(LineParts.Table, parts[i]);
        await using var writer = new LinePartWriter(input.Folder, output, LineParts.Table, folder: "");
        foreach (var i in changed)
            await CopyAsync(LineParts.Read(input, i), writer, cancellationToken);
        foreach (var segment in input.Segments)
            await CopyAsync(input.Log.Read(segment).Where(line => line.Line.Name == "file"), writer, cancellationToken);
    }

    // A document needs a home where the line that holds its last version is none of a file that still refers to it.
    private void FindHomes()
    {
        var best = new Dictionary<ContentKey, (UInt128 File, LinePlace Place)>();
        var housed = new HashSet<ContentKey>();
        foreach (var (file, entry) in Index.Files)
        {
            if (entry.Document is not { } document || !Index.Documents.TryGetValue(document, out var content))
                continue;
            if (content == entry.Place)
                housed.Add(document);
            else if (!best.TryGetValue(document, out var other) || IsBefore(entry.Place, other.Place))
                best[document] = (file, entry.Place);
        }

        foreach (var (document, (file, _)) in best)
            if (!housed.Contains(document))
                _homes.Add(document, file);
    }

    // A file of the log comes first: its line is written anyhow.
    private static bool IsBefore(LinePlace a, LinePlace b) =>
        (a.InLog ? 0 : 1, a.File, a.Offset).CompareTo((b.InLog ? 0 : 1, b.File, b.Offset)) < 0;

    private List<int> ChangedParts(IReadOnlyList<PartFile> parts)
    {
        var kept = new long[parts.Count];
        foreach (var (file, entry) in Index.Files)
            if (!entry.Place.InLog && !IsRewritten(file, entry))
                kept[entry.Place.File]++;
        var last = parts.Count - 1;
        var grows = input.Segments.Count > 0;
        return [.. Enumerable.Range(0, parts.Count).Where(i => kept[i] < parts[i].Rows || (grows && i == last && parts[i].Bytes < SmallPart))];
    }

    // Lines that hold a document whose newer version, or none, stands elsewhere are found by reading the part; here it counts whether it may be one.
    private bool IsRewritten(UInt128 file, FileEntry entry) =>
        entry.Document is { } document
        && ((_homes.TryGetValue(document, out var home) && home == file) || (Index.Documents.TryGetValue(document, out var content) && content.InLog));

    private async Task CopyAsync(IEnumerable<(LinePlace Place, JsonLine Line)> lines, LinePartWriter writer, CancellationToken cancellationToken)
    {
        foreach (var (place, line) in lines)
        {
            var id = ArchiveIndex.Key(line.ReadText("fileId"));
            var entry = Index.Files[id];
            if (entry.Place == place)
                await writer.WriteAsync(line.Head, Reports(id, entry, line), cancellationToken);
        }
    }

    private ReadOnlyMemory<byte> Reports(UInt128 file, FileEntry entry, JsonLine line)
    {
        if (entry.Document is not { } document || !Index.Documents.TryGetValue(document, out var content))
            return default;
        if (content == entry.Place)
            return line.Second;
        return _homes.TryGetValue(document, out var home) && home == file ? Fetch(content) : default;
    }

    private ReadOnlyMemory<byte> Fetch(LinePlace place)
    {
        if (place.InLog)
            return input.Log.ReadAt(place).Second;
        using var stream = File.OpenRead(input.PathOf(input.Manifest.Parts(LineParts.Table)[place.File]));
        var bytes = new byte[place.Length];
        stream.Position = place.Offset;
        stream.ReadExactly(bytes);
        return JsonLine.Read(bytes).Second;
    }
}
