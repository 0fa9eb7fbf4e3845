using System.Globalization;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>The SHA-256 of a content as a value.</summary>
internal readonly record struct ContentKey(UInt128 High, UInt128 Low)
{
    public static ContentKey Of(string sha256) =>
        new(
            UInt128.Parse(sha256.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            UInt128.Parse(sha256.AsSpan(32), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public override string ToString() =>
        High.ToString("x32", CultureInfo.InvariantCulture) + Low.ToString("x32", CultureInfo.InvariantCulture);
}

/// <summary>What is known of a file without reading its line.</summary>
/// <param name="Content">The hash of its content.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">The first reason.</param>
/// <param name="Origin">By which run it was written, an index into <see cref="ArchiveIndex.Origins"/>.</param>
/// <param name="Place">Where its line lies, as far as the sink needs it.</param>
internal readonly record struct FileEntry(ContentKey? Content, FileState State, IngestionReason? Reason, int Origin, LinePlace Place)
{
    /// <summary>The document that it refers to, if there is such a document: a content that failed has none.</summary>
    public ContentKey? Document => State == FileState.Failed ? null : Content;
}

/// <summary>Which run wrote a record, with what.</summary>
internal readonly record struct Origin(string RunId, string ParserVersion, string OptionsHash);

/// <summary>What an archive holds, by ids: the last record of each file, where the last version of each document lies, and what failed.</summary>
internal sealed class ArchiveIndex
{
    private readonly Dictionary<Origin, int> _originNumbers = [];
    private readonly List<Origin> _origins = [];

    public Dictionary<UInt128, FileEntry> Files { get; } = [];

    /// <summary>Where documents lie; those of finished parts only where the sink says so.</summary>
    public Dictionary<ContentKey, LinePlace> Documents { get; } = [];

    public FailureTrack Failures { get; } = new();

    public IReadOnlyList<Origin> Origins => _origins;

    public static UInt128 Key(string fileId) => UInt128.Parse(fileId, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public void Add(WrittenFile file, LinePlace place)
    {
        var record = file.Record;
        var origin = new Origin(file.RunId, file.ParserVersion, file.OptionsHash);
        Add(record.FileId, record.Sha256, record.State, record.Reasons is [var first, ..] ? first : null, origin, place);
        if (place.InLog)
            Failures.Note(Key(record.FileId), record.State == FileState.Failed, file.RecordedAt, place);
    }

    public void Add(string fileId, string? sha256, FileState state, IngestionReason? reason, Origin origin, LinePlace place)
    {
        if (!_originNumbers.TryGetValue(origin, out var number))
        {
            _originNumbers.Add(origin, number = _origins.Count);
            _origins.Add(origin);
        }

        Files[Key(fileId)] = new FileEntry(sha256 is null ? null : ContentKey.Of(sha256), state, reason, number, place);
    }

    /// <summary>Takes in a segment of the log.</summary>
    public void Add(IEnumerable<(LinePlace Place, JsonLine Line)> segment)
    {
        foreach (var (place, line) in segment)
            if (line.Name == "file")
                Add(line.ReadFile(), place);
            else
                Documents[ContentKey.Of(line.ReadText("documentId"))] = place;
    }

    /// <summary>The documents that a file refers to.</summary>
    public HashSet<ContentKey> LiveDocuments() => [.. Files.Values.Select(entry => entry.Document).OfType<ContentKey>()];

    public IEnumerable<SunkFile> SunkFiles()
    {
        foreach (var (key, entry) in Files)
        {
            var origin = _origins[entry.Origin];
            yield return new SunkFile(
                key.ToString("x32", CultureInfo.InvariantCulture), entry.Content?.ToString(), entry.State, entry.Reason, origin.ParserVersion, origin.OptionsHash)
            {
                RunId = origin.RunId,
            };
        }
    }

    public IReadOnlyDictionary<FileState, long> Count(string runId) => Files.Values
        .Where(entry => _origins[entry.Origin].RunId == runId)
        .GroupBy(entry => entry.State).ToDictionary(group => group.Key, group => group.LongCount());
}
