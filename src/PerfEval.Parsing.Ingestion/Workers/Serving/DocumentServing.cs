using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers.Frames;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing.Ingestion.Workers.Serving;

/// <summary>Parses the documents that come and sends the answers.</summary>
internal sealed class DocumentServing(DocumentParsing parsing, WorkerSettings settings, FrameWriter output, Heartbeat heartbeat)
{
    // Rows repeat what the reports say, and more: an answer is longer than its reports, but never beyond all measure.
    private const int RowsFactor = 4;

    private readonly MemoryExhaustion _memory = new();

    /// <summary>Parses a document and answers.</summary>
    /// <exception cref="IOException">The supervisor is gone.</exception>
    public void Parse(DocumentHead head, ReadOnlyMemory<byte> bytes, ParseProgress progress, CancellationToken cancel)
    {
        _memory.Forget();
        heartbeat.Begin(progress);
        var answer = Answer(head, bytes, progress, cancel);
        Send(answer, progress);
        heartbeat.End();
    }

    private ParseAnswer Answer(DocumentHead head, ReadOnlyMemory<byte> bytes, ParseProgress progress, CancellationToken cancel)
    {
        try
        {
            var answer = parsing.Parse(head.DocumentId, head.Name, bytes, progress, cancel);
            return _memory.Seen ? Doubted(answer) : answer;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Failure(IngestionReason.Timeout, WorkerMessages.SoftTimeout(head.Soft));
        }
        catch (OutOfMemoryException)
        {
            return Failure(IngestionReason.MemoryLimit, WorkerMessages.Memory(settings.MaxMemory));
        }
    }

    // A library swallowed the exception: what it gave may lack anything.
    private ParseAnswer Doubted(ParseAnswer answer) => answer.Document is { } document
        ? answer with
        {
            Document = document with
            {
                Status = ParseStatus.Partial,
                Reasons = [IngestionReason.MemoryLimit, .. document.Reasons.Where(r => r != IngestionReason.MemoryLimit)],
                Detail = WorkerMessages.Memory(settings.MaxMemory),
            },
        }
        : Failure(IngestionReason.MemoryLimit, WorkerMessages.Memory(settings.MaxMemory)) with { Format = answer.Format };

    private void Send(ParseAnswer answer, ParseProgress progress)
    {
        var body = AnswerCodec.Write(answer);
        if (body.Length > RowsFactor * settings.MaxOutputBytes)
            body = AnswerCodec.Write(Failure(IngestionReason.OutputLimit, WorkerMessages.Output(settings.MaxOutputBytes)) with { Format = answer.Format });
        progress.Advance();
        output.Write(FrameType.Answer, new AnswerHead(body.Length, _memory.Seen || HoldsTooMuch(), heartbeat.Pulse()).Write);
        output.WriteChunks(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    private bool HoldsTooMuch()
    {
        if (Environment.WorkingSet <= settings.RecycleMemory)
            return false;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet > settings.RecycleMemory;
    }

    private static ParseAnswer Failure(IngestionReason reason, string detail) => new(null, reason, detail, null);
}
