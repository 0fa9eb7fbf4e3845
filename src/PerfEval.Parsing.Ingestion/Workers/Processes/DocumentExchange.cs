using PerfEval.Parsing.Ingestion.Workers.Frames;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>What came of a document that a worker was given: an answer, or the worker's end.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Retire">Whether the worker asks to be replaced.</param>
/// <param name="End">How the worker ended instead.</param>
internal sealed record DocumentReply(ParseAnswer? Answer, bool Retire, WorkerEnd? End);

/// <summary>One document in flight.</summary>
internal sealed class DocumentExchange(WorkerProcess worker, string documentId, long maxOutputBytes) : WorkerExchange
{
    // Twice what the worker keeps to: rows may weigh as much again and a bit.
    private const int BodyFactor = 5;

    private readonly TaskCompletionSource<DocumentReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AnswerHead? _head;
    private ChunkBuffer? _body;
    private long _parts;

    public Task<DocumentReply> Reply => _reply.Task;

    /// <summary>Grows while an answer arrives.</summary>
    public long Parts => Interlocked.Read(ref _parts);

    public override void Take(FrameType type, ReadOnlyMemory<byte> payload)
    {
        if (_reply.Task.IsCompleted)
            throw new InvalidDataException("It answered twice.");
        Interlocked.Increment(ref _parts);
        switch (type)
        {
            case FrameType.Answer when _head is null:
                _head = FrameMessages.Read(payload, AnswerHead.Read);
                _body = new ChunkBuffer(_head.Length, Math.Min(BodyFactor * maxOutputBytes + FrameWriter.MaxPayload, Array.MaxLength));
                worker.Note(_head.Pulse);
                break;
            case FrameType.Chunk when _body is not null:
                _body.Add(payload.Span);
                break;
            default:
                throw new InvalidDataException("It was asked for something else.");
        }

        if (_body.IsFull)
            _reply.TrySetResult(new DocumentReply(AnswerCodec.Read(_body.Bytes, documentId), _head!.Retire, null));
    }

    public override void End(WorkerEnd end) => _reply.TrySetResult(new DocumentReply(null, true, end));
}
