using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers.Frames;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing.Ingestion.Workers.Serving;

/// <summary>Takes archives apart and sends their members; a supervisor that is slow to take them slows it down.</summary>
internal sealed class ArchiveServing(Func<IArchiveExpander> makeExpander, FrameWriter output, Heartbeat heartbeat)
{
    /// <summary>Takes an archive apart.</summary>
    /// <exception cref="IOException">The supervisor is gone.</exception>
    public void Expand(ExpandRequest request, ReadOnlyMemory<byte> bytes, ParseProgress progress, CancellationToken cancel)
    {
        heartbeat.Begin(progress);
        try
        {
            using DocumentContent archive = request.Path is { } path ? new PathContent(path) : new HeldContent(bytes);
            Send(makeExpander().ExpandAsync(archive, request.Limits, cancel).ToBlockingEnumerable(cancel), request.Skip, progress);
        }
        catch (OutOfMemoryException)
        {
            SendEnd(IngestionReason.MemoryLimit, "The archive needs more memory than its worker may take.");
        }
        catch (UnauthorizedAccessException)
        {
            SendEnd(IngestionReason.AccessDenied, "The worker may not open the archive.");
        }
        // The supervisor gave it up and listens to nothing more of it.
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            SendEnd(IngestionReason.Timeout, "The archive was given up.");
        }
        finally
        {
            heartbeat.End();
        }
    }

    private void Send(IEnumerable<ArchiveMember> members, long skip, ParseProgress progress)
    {
        long number = 0;
        foreach (var member in members)
        {
            progress.Advance();
            using var content = member.Content;
            if (member.End || ++number > skip)
                Send(member, progress);
        }
    }

    private void Send(ArchiveMember member, ParseProgress progress)
    {
        output.Write(FrameType.Member, writer => MemberCodec.Write(writer, member));
        if (member.Content is { } content)
        {
            using var stream = content.Open();
            output.WriteChunks(stream);
            progress.Advance();
        }

        output.Write(FrameType.MemberEnd, []);
    }

    private void SendEnd(IngestionReason reason, string detail) =>
        Send(new ArchiveMember { RawName = default, Name = "", End = true, Reason = reason, Detail = detail }, new ParseProgress());

    /// <summary>A file that the supervisor holds open.</summary>
    private sealed class PathContent(string path) : DocumentContent
    {
        private readonly FileStream _held = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

        public override long Length => _held.Length;

        public override Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        public override void Dispose()
        {
            _held.Dispose();
            base.Dispose();
        }
    }
}
