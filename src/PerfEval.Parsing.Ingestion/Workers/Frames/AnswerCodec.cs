using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>Answers as bytes. The layout is private to one build; what is read is checked all the same, since a document may have had its way with the worker.</summary>
internal static class AnswerCodec
{
    /// <summary>Details are cut to so many characters.</summary>
    private const int MaxDetail = 4000;

    // More is not taken in advance.
    private const int MostRoom = 16 << 20;

    public static MemoryStream Write(ParseAnswer answer)
    {
        // Room for the reports and about as much for their rows: growing copies what is there, again and again.
        var reports = answer.Document?.Reports.Sum(report => (long)report.Length) ?? 0;
        var output = new MemoryStream((int)Math.Min(2 * reports + 4096, MostRoom));
        using var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        writer.Write(answer.Failure is { } reason ? (int)reason : -1);
        FrameMessages.WriteOptional(writer, Cut(answer.Detail));
        FrameMessages.WriteOptional(writer, answer.Format);
        if (answer.Document is { } document)
            Write(writer, document);
        return output;
    }

    /// <param name="bytes">The bytes; the reports of the document are parts of them.</param>
    /// <param name="documentId">The document that was asked for.</param>
    /// <exception cref="InvalidDataException">The bytes are no answer.</exception>
    public static ParseAnswer Read(ReadOnlyMemory<byte> bytes, string documentId) =>
        FrameMessages.Read(bytes, reader =>
        {
            var failure = reader.ReadInt32();
            var detail = FrameMessages.ReadOptional(reader);
            var format = FrameMessages.ReadOptional(reader);
            return failure == -1
                ? new ParseAnswer(ReadDocument(reader, bytes, documentId), null, null, format)
                : new ParseAnswer(null, Reason(failure), detail, format);
        });

    private static void Write(BinaryWriter writer, ParsedDocument document)
    {
        writer.Write((int)document.Status);
        writer.Write(document.Reasons.Count);
        foreach (var reason in document.Reasons)
            writer.Write((int)reason);
        FrameMessages.WriteOptional(writer, Cut(document.Detail));
        writer.Write(document.Format);
        writer.Write(document.Reports.Count);
        foreach (var report in document.Reports)
        {
            writer.Write(report.Length);
            writer.Write(report.Span);
        }

        // The reports came just before: their rows need not hold them again.
        RowCodec.Write(writer, document.Rows, withModels: false);
    }

    private static ParsedDocument ReadDocument(BinaryReader reader, ReadOnlyMemory<byte> bytes, string documentId)
    {
        var document = new ParsedDocument
        {
            DocumentId = documentId,
            Status = reader.ReadInt32() is var status && Enum.IsDefined((ParseStatus)status) ? (ParseStatus)status : throw Impossible(),
            Reasons = [.. Enumerable.Range(0, Count(reader)).Select(_ => Reason(reader.ReadInt32()))],
            Detail = FrameMessages.ReadOptional(reader),
            Format = reader.ReadString(),
            Reports = [.. Enumerable.Range(0, Count(reader)).Select(_ => Part(reader, bytes))],
            Rows = [],
        };
        return document with { Rows = RowCodec.Read(reader, document.Reports) };
    }

    private static ReadOnlyMemory<byte> Part(BinaryReader reader, ReadOnlyMemory<byte> bytes)
    {
        var length = Count(reader);
        var start = (int)reader.BaseStream.Position;
        reader.BaseStream.Position += length;
        return bytes.Slice(start, length);
    }

    private static int Count(BinaryReader reader) =>
        reader.ReadInt32() is >= 0 and var count && count <= reader.BaseStream.Length - reader.BaseStream.Position ? count : throw Impossible();

    private static IngestionReason Reason(int value) => Enum.IsDefined((IngestionReason)value) ? (IngestionReason)value : throw Impossible();

    private static InvalidDataException Impossible() => new("An answer holds an impossible value.");

    private static string? Cut(string? text) => text is { Length: > MaxDetail } ? text[..MaxDetail] : text;
}
