using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers;
using PerfEval.Parsing.Ingestion.Workers.Frames;
using PerfEval.Parsing.Ingestion.Workers.Processes;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Workers;

/// <summary>Frames arrive as they were sent or not at all.</summary>
public sealed class FrameTests
{
    [Fact]
    public void NoDamagedOrCutFrameIsTaken()
    {
        var whole = Frame(FrameType.Heartbeat, "payload"u8);
        for (var i = 0; i < whole.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var damaged = whole.ToArray();
                damaged[i] ^= (byte)(1 << bit);
                Assert.False(IsTaken(damaged), $"byte {i}, bit {bit}");
            }

            Assert.False(IsTaken(whole[..i]), $"cut at {i}");
        }

        Assert.True(IsTaken(whole));
    }

    [Fact]
    public void LongPayloadsAreChunked()
    {
        var bytes = new byte[FrameWriter.MaxPayload * 2 + 1];
        new Random(1).NextBytes(bytes);
        using var stream = new MemoryStream();
        var writer = new FrameWriter(stream);
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write(FrameType.Chunk, bytes));
        writer.WriteChunks(bytes);

        stream.Position = 0;
        var reader = new FrameReader(stream);
        var buffer = new ChunkBuffer(bytes.Length, bytes.Length);
        while (reader.TryRead(out var type, out var payload))
        {
            Assert.Equal(FrameType.Chunk, type);
            buffer.Add(payload.Span);
        }

        Assert.True(buffer.IsFull);
        Assert.Equal(bytes, buffer.Bytes.ToArray());
        Assert.Throws<InvalidDataException>(() => buffer.Add([1]));
        Assert.Throws<InvalidDataException>(() => new ChunkBuffer(11, 10));
        Assert.Throws<InvalidDataException>(() => new ChunkBuffer(-1, 10));
    }

    [Fact]
    public void NoCutOrDamagedAnswerIsMoreThanAnError()
    {
        var report = Encoding.UTF8.GetBytes("{\"a\":1}");
        var document = new ParsedDocument { DocumentId = "id", Status = ParseStatus.Partial, Reasons = [IngestionReason.TextGarbled], Format = "txt", Reports = [report], Rows = [] };
        var bytes = AnswerCodec.Write(new ParseAnswer(document, null, null, "txt")).ToArray();
        var read = AnswerCodec.Read(bytes, "id").Document!;
        Assert.Equal(report, read.Reports[0].ToArray());
        Assert.Equal(document.Reasons, read.Reasons);

        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => AnswerCodec.Read(bytes.AsMemory(0, length), "id"));
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var damaged = bytes.ToArray();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                AnswerCodec.Read(damaged, "id");
            }
            catch (InvalidDataException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    [Theory]
    [InlineData(134, "Stack overflow.\n   at X", IngestionReason.StackOverflow)]
    [InlineData(134, "Fatal error. System.AccessViolationException: x", IngestionReason.AccessViolation)]
    [InlineData(134, "Unhandled exception. System.OutOfMemoryException: x", IngestionReason.MemoryLimit)]
    [InlineData(134, "Out of memory.", IngestionReason.MemoryLimit)]
    [InlineData(134, "", IngestionReason.WorkerSignal)]
    [InlineData(139, "", IngestionReason.AccessViolation)]
    [InlineData(137, "", IngestionReason.WorkerSignal)]
    [InlineData(0, "", IngestionReason.WorkerExit)]
    [InlineData(1, "Stack overflow", IngestionReason.WorkerExit)]
    public void TheEndOfAProcessIsToldFromItsCodeAndItsLastWords(int exitCode, string errors, IngestionReason reason) =>
        Assert.Equal(reason, WorkerEnd.Of(exitCode, errors).Reason);

    [Fact]
    public void OfALongErrorStreamBothEndsAreKept()
    {
        var errors = new ErrorTail();
        errors.Add("Stack overflow.\n"u8);
        for (var i = 0; i < 100_000; i++)
            errors.Add(Encoding.UTF8.GetBytes($"   at frame {i}\n"));

        Assert.StartsWith("Stack overflow.", errors.Text(), StringComparison.Ordinal);
        Assert.EndsWith("frame 99999", errors.Last(4000), StringComparison.Ordinal);
        Assert.Equal(4000, errors.Last(4000)!.Length);
        Assert.InRange(errors.Text().Length, 64 << 10, 69 << 10);
    }

    private static byte[] Frame(FrameType type, ReadOnlySpan<byte> payload)
    {
        using var stream = new MemoryStream();
        new FrameWriter(stream).Write(type, payload);
        return stream.ToArray();
    }

    private static bool IsTaken(byte[] bytes)
    {
        try
        {
            return new FrameReader(new MemoryStream(bytes)).TryRead(out _, out _);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
