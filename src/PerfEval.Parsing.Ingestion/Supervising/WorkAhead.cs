using System.Collections.Concurrent;
using System.Threading.Channels;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Journals;
using PerfEval.Parsing.Ingestion.Supervising.Guards;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>A document that was read and waits for a worker.</summary>
/// <param name="Entry">The path.</param>
/// <param name="Sha256">The content's hash.</param>
/// <param name="Content">The content.</param>
/// <param name="UnderWay">Who else waits for its outcome.</param>
/// <param name="KeepStanding">See <see cref="FinishedFile.KeepStanding"/>.</param>
internal sealed record ReadDocument(InventoryEntry Entry, string Sha256, DocumentContent Content, ContentUnderWay UnderWay, bool KeepStanding);

/// <summary>What lies between the reader, the workers and the writer of a run: bounded, so that whoever is faster waits.</summary>
internal sealed class WorkAhead(IngestionOptions options)
{
    private readonly Channel<ReadDocument> _documents = Channel.CreateBounded<ReadDocument>(options.Workers * 4);
    private readonly Channel<FinishedFile> _finished = Channel.CreateBounded<FinishedFile>(new BoundedChannelOptions(options.BatchFiles) { SingleReader = true });
    private readonly ByteGate _readAhead = new(options.ReadAheadBytes);
    private readonly ConcurrentDictionary<Key128, byte> _files = new();

    /// <summary>Contents between being read and being written.</summary>
    public ConcurrentDictionary<Key128, ContentUnderWay> Contents { get; } = new();

    public ChannelReader<ReadDocument> Documents => _documents.Reader;

    public ChannelReader<FinishedFile> Finished => _finished.Reader;

    /// <summary>Whether a path is not under way; from now on it is.</summary>
    public bool Enter(Key128 file) => _files.TryAdd(file, 0);

    /// <summary>A path is under way no longer.</summary>
    public void Leave(Key128 file) => _files.TryRemove(file, out _);

    /// <summary>Hands a document on once there is room for its bytes.</summary>
    public async Task AddAsync(ReadDocument document, CancellationToken cancellationToken)
    {
        try
        {
            await _readAhead.EnterAsync(document.Content.HeldBytes, cancellationToken).ConfigureAwait(false);
            await _documents.Writer.WriteAsync(document, cancellationToken).ConfigureAwait(false);
            IngestionTelemetry.Queue(1);
        }
        catch (OperationCanceledException)
        {
            document.Content.Dispose();
            throw;
        }
    }

    /// <summary>A document is no longer needed.</summary>
    public void Release(ReadDocument document)
    {
        _readAhead.Leave(document.Content.HeldBytes);
        document.Content.Dispose();
    }

    /// <summary>Hands an outcome on. What fits is taken even if the run is being stopped.</summary>
    public async Task AddAsync(FinishedFile file, CancellationToken cancellationToken)
    {
        if (!_finished.Writer.TryWrite(file))
            await _finished.Writer.WriteAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A file was written.</summary>
    public void Leave(FinishedFile file)
    {
        Leave(file.Done.File);
        if (file.Ends is { } content)
            Contents.TryRemove(content.Key, out _);
    }

    public void NoMoreDocuments() => _documents.Writer.Complete();

    public void NoMoreFinished() => _finished.Writer.Complete();
}
