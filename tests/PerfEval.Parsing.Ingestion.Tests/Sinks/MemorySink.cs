using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>A sink that says in the plainest way what a sink does: the measure for the others.</summary>
internal sealed class MemorySink(TimeProvider clock) : IIngestionSink, IDeadLetterSource
{
    private readonly Dictionary<string, (FileRecord File, IngestionRun Run)> _files = [];
    private readonly Dictionary<string, ParsedDocument> _documents = [];
    private readonly Dictionary<string, DeadLetter> _failures = [];
    private IngestionRun? _run;

    public SinkContent Content => SinkContent.Of(
        _files.Values.Select(entry => SinkContent.FileLine(entry.File)),
        _documents.Values.SelectMany(document => document.Reports.Select(report => $"{document.DocumentId}|{Encoding.UTF8.GetString(report.Span)}")),
        _failures.Values);

    public Task OpenAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        _run = run;
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<SunkFile> ReadFilesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var (file, run) in _files.Values)
            yield return new SunkFile(file.FileId, file.Sha256, file.State, file.Reasons is [var first, ..] ? first : null, run.ParserVersion, run.OptionsHash) { RunId = run.RunId };
    }

    public Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Everything is looked at before anything is changed.
        List<FileRecord> files = [.. batch.Files];
        List<ParsedDocument> documents = [.. batch.Documents];
        foreach (var document in documents)
            _documents[document.DocumentId] = document;
        var left = files.Where(file => _files.ContainsKey(file.FileId)).Select(file => _files[file.FileId].File.Sha256).OfType<string>().ToList();
        foreach (var file in files)
            Write(file);
        foreach (var document in left.Except(documents.Select(document => document.DocumentId)))
            if (!_files.Values.Any(other => other.File.Sha256 == document && other.File.State != FileState.Failed))
                _documents.Remove(document);
        return Task.CompletedTask;
    }

    public Task CompleteAsync(IngestionSummary summary, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<FileState, long>> CountAsync(string runId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<FileState, long>>(
            _files.Values.Where(entry => entry.Run.RunId == runId).GroupBy(entry => entry.File.State).ToDictionary(group => group.Key, group => group.LongCount()));

    public async IAsyncEnumerable<DeadLetter> ReadFailuresAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var letter in _failures.Values)
            yield return letter;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write(FileRecord file)
    {
        _files[file.FileId] = (file, _run!);
        var now = clock.GetUtcNow();
        var known = _failures.GetValueOrDefault(file.FileId);
        if (file.State == FileState.Failed)
            _failures[file.FileId] = Letter(file, known?.FirstSeen ?? now, now);
        else if (known is { SupersededAt: null })
            _failures[file.FileId] = known with { SupersededAt = now };
    }

    private DeadLetter Letter(FileRecord file, DateTimeOffset first, DateTimeOffset last) => new()
    {
        FileId = file.FileId,
        Path = file.Path,
        RawPath = file.RawPath,
        Length = file.Length,
        Sha256 = file.Sha256,
        Format = file.Format,
        Reason = file.Reasons[0],
        Detail = file.Detail,
        Attempts = file.Attempts,
        ParserVersion = _run!.ParserVersion,
        OptionsHash = _run.OptionsHash,
        FirstSeen = first,
        LastSeen = last,
    };
}
