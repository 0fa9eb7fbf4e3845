using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Segments;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Columnar;

/// <summary>
/// Merges the log into the parts of files and of the documents' tables: parts of which every row still holds are kept, the others are written anew without what is
/// superseded, then come the rows of the log.
/// </summary>
internal sealed class ColumnMerge : IAsyncDisposable
{
    // A last part below this is filled up rather than followed by another small one.
    private const long SmallPart = 64L << 20;
    private readonly MergeInput _input;
    private readonly MergeOutput _output;
    private readonly HashSet<ContentKey> _live;
    private readonly Dictionary<string, Target> _targets = [];

    public ColumnMerge(MergeInput input, MergeOutput output)
    {
        _input = input;
        _output = output;
        _live = input.Index.LiveDocuments();
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(ArchiveTables.Files, "file_id", IsFileKept, cancellationToken);
        foreach (var table in ArchiveTables.OfDocuments)
            await BeginAsync(table, "document_id", IsDocumentKept, cancellationToken);
        foreach (var segment in _input.Segments)
            foreach (var (place, line) in _input.Log.Read(segment))
                await (line.Name == "file" ? WriteFileAsync(place, line, cancellationToken) : WriteDocumentAsync(place, line, cancellationToken));
        foreach (var target in _targets.Values)
            await target.Writer.EndAsync(target.Kept, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var target in _targets.Values)
            await target.Writer.DisposeAsync();
    }

    private bool IsFileKept(string id) => _input.Index.Files.TryGetValue(ArchiveIndex.Key(id), out var entry) && !entry.Place.InLog;

    private bool IsDocumentKept(string id) => ContentKey.Of(id) is var key && _live.Contains(key) && !_input.Index.Documents.ContainsKey(key);

    private async Task BeginAsync(TableSchema table, string key, Func<string, bool> isKept, CancellationToken cancellationToken)
    {
        var layout = ColumnLayout.Of(table);
        var writer = new ColumnPartWriter(_input.Folder, _output, layout);
        var parts = _input.Manifest.Parts(table.Name);
        var kept = 0;
        _targets.Add(table.Name, new Target(writer, 0));
        for (var i = 0; i < parts.Count; i++)
        {
            var grows = i == parts.Count - 1 && parts[i].Bytes < SmallPart && _input.Segments.Count > 0;
            if (!grows && await HoldsWhollyAsync(parts[i], layout, key, isKept, cancellationToken))
            {
                _output.Add(table.Name, parts[i]);
                kept++;
            }
            else
            {
                await CopyAsync(parts[i], layout, writer, ArchivePlace(table, key), isKept, cancellationToken);
            }
        }

        _targets[table.Name] = new Target(writer, kept);
    }

    private async Task<bool> HoldsWhollyAsync(PartFile part, ColumnLayout layout, string key, Func<string, bool> isKept, CancellationToken cancellationToken)
    {
        // An empty part gives way to whatever comes.
        if (part.Rows == 0)
            return false;
        await foreach (var row in ColumnPartReader.ReadAsync(_input.PathOf(part), layout, [key], cancellationToken))
            if (!isKept((string)row[0]!))
                return false;
        return true;
    }

    private async Task CopyAsync(
        PartFile part, ColumnLayout layout, ColumnPartWriter writer, int key, Func<string, bool> isKept, CancellationToken cancellationToken)
    {
        await foreach (var row in ColumnPartReader.ReadAsync(_input.PathOf(part), layout, ColumnParts.Names(layout.Table), cancellationToken))
            if (isKept((string)row[key]!))
                await writer.WriteAsync(row, cancellationToken);
    }

    private async Task WriteFileAsync(LinePlace place, JsonLine line, CancellationToken cancellationToken)
    {
        var file = line.ReadFile();
        if (_input.Index.Files[ArchiveIndex.Key(file.Record.FileId)].Place == place)
            await _targets[ArchiveTables.Files.Name].Writer.WriteAsync(ArchiveRows.File(file), cancellationToken);
    }

    private async Task WriteDocumentAsync(LinePlace place, JsonLine line, CancellationToken cancellationToken)
    {
        var document = ContentKey.Of(line.ReadText("documentId"));
        if (_input.Index.Documents[document] != place || !_live.Contains(document))
            return;
        foreach (var (table, rows) in BatchLog.ReadRows(line))
            foreach (var row in rows)
                await _targets[table.Name].Writer.WriteAsync(row, cancellationToken);
    }

    private static int ArchivePlace(TableSchema table, string column) => table.Columns.Select(c => c.Name).ToList().IndexOf(column);

    /// <param name="Writer">Where new rows go.</param>
    /// <param name="Kept">How many parts stay.</param>
    private sealed record Target(ColumnPartWriter Writer, int Kept);
}
