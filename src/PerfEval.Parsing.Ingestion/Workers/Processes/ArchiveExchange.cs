using System.Threading.Channels;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Inputs.Zips;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers.Frames;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>One archive being taken apart: its members as they come. A reader that is slow holds up the worker by way of the pipe.</summary>
/// <param name="worker">The worker.</param>
/// <param name="temporaryDirectory">Where long members lie until they are read.</param>
internal sealed class ArchiveExchange(WorkerProcess worker, string temporaryDirectory) : WorkerExchange, IDisposable
{
    private readonly Channel<ArchiveMember> _members = Channel.CreateBounded<ArchiveMember>(new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
    private readonly TaskCompletionSource<WorkerEnd?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abandoned = new();
    private ArchiveMember? _member;
    private TemporaryContent? _content;
    private long _left;
    private long _parts;
    private volatile bool _isHeldUp;

    /// <summary>The members; completed with the archive's end or the worker's.</summary>
    public ChannelReader<ArchiveMember> Members => _members.Reader;

    /// <summary>How the worker ended; <see langword="null"/> where the archive ended first.</summary>
    public Task<WorkerEnd?> Ended => _end.Task;

    /// <summary>Grows while members arrive.</summary>
    public long Parts => Interlocked.Read(ref _parts);

    /// <summary>Whether it is the reader that is waited for.</summary>
    public bool IsHeldUp => _isHeldUp;

    public override void Take(FrameType type, ReadOnlyMemory<byte> payload)
    {
        Interlocked.Increment(ref _parts);
        switch (type)
        {
            case FrameType.Member when _member is null && !_end.Task.IsCompleted:
                (_member, _left) = MemberCodec.Read(payload);
                _content = _left >= 0 ? new TemporaryContent(temporaryDirectory) : null;
                break;
            case FrameType.Chunk when _content is not null && payload.Length <= _left:
                Keep(payload.Span);
                break;
            case FrameType.MemberEnd when _member is not null && _left <= 0:
                Deliver(_member with { Content = _content?.ToContent() });
                break;
            default:
                throw new InvalidDataException("It was asked for something else, or a member is of another length than was said.");
        }
    }

    public override void End(WorkerEnd end)
    {
        _content?.Dispose();
        _end.TrySetResult(end);
        _members.Writer.TryComplete();
    }

    /// <summary>Nobody waits for members any more.</summary>
    public void Dispose()
    {
        _abandoned.Cancel();
        while (_members.Reader.TryRead(out var member))
            member.Content?.Dispose();
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        _left -= bytes.Length;
        try
        {
            _content!.Write(bytes);
        }
        catch (IOException e)
        {
            worker.Kill(IngestionReason.ReadError, $"A long member could not be kept on the disk: {e.Message}");
        }
    }

    private void Deliver(ArchiveMember member)
    {
        _member = null;
        _content = null;
        _isHeldUp = true;
        try
        {
            _members.Writer.WriteAsync(member, _abandoned.Token).AsTask().GetAwaiter().GetResult();
        }
        // The run was stopped; the worker ends with it.
        catch (OperationCanceledException)
        {
            member.Content?.Dispose();
        }

        _isHeldUp = false;
        if (!member.End)
            return;
        _end.TrySetResult(null);
        _members.Writer.TryComplete();
    }
}
