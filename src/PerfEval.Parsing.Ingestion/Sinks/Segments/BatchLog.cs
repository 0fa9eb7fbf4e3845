using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PerfEval.Parsing.Ingestion.Durability;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>In which form a log keeps documents.</summary>
internal enum DocumentForm
{
    /// <summary>The reports' JSON.</summary>
    Reports,

    /// <summary>The rows.</summary>
    Rows,
}

/// <summary>Where a line lies: in a segment of the log or in a part.</summary>
internal readonly record struct LinePlace(bool InLog, int File, long Offset, int Length);

/// <summary>
/// The batches since the last merge, a file each (<c>batches/000123.jsonl</c>), which comes to be by being renamed: it is there whole or not at all.
/// A line for each path and document, and a last one with their number and the checksum of the lines before.
/// </summary>
internal sealed class BatchLog(string folder, DocumentForm form)
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    /// <summary>The segments after one, in order.</summary>
    public IReadOnlyList<int> Segments(int after) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.jsonl")
            .Select(path => int.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .Where(number => number > after).Order()];

    /// <summary>Deletes what is void: unfinished segments and those that were merged.</summary>
    public void Sweep(int merged)
    {
        Directory.CreateDirectory(folder);
        foreach (var path in Directory.EnumerateFiles(folder, "*" + DurableFile.Unfinished).ToList())
            File.Delete(path);
        foreach (var number in Segments(-1).Where(number => number <= merged))
            File.Delete(PathOf(number));
    }

    /// <summary>Writes a batch as a segment.</summary>
    public Task AppendAsync(int number, IngestionBatch batch, IngestionRun run, DateTimeOffset now, CancellationToken cancellationToken) =>
        DurableFile.WriteAsync(PathOf(number), stream => WriteAsync(stream, batch, run, now, cancellationToken));

    /// <summary>Reads a segment line by line, the last left out.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public IEnumerable<(LinePlace Place, JsonLine Line)> Read(int number)
    {
        using var stream = Open(number);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = new LineReader(stream);
        var (files, documents) = (0, 0);
        while (lines.Read())
        {
            var line = JsonLine.Read(lines.Line);
            if (line.Name == "segment")
            {
                if (!lines.Line.Span.SequenceEqual(End(files, documents, hash)))
                    throw new InvalidDataException($"The segment {number:D6} does not fit its end.");
                yield break;
            }

            files += line.Name == "file" ? 1 : 0;
            documents += line.Name == "document" ? 1 : 0;
            hash.AppendData(lines.Line.Span);
            hash.AppendData(LineEnd);
            yield return (new LinePlace(InLog: true, number, lines.Offset, lines.Line.Length), line);
        }

        throw new InvalidDataException($"The segment {number:D6} has no end.");
    }

    /// <summary>Reads one line again.</summary>
    public JsonLine ReadAt(LinePlace place)
    {
        using var stream = Open(place.File);
        var bytes = new byte[place.Length];
        stream.Position = place.Offset;
        stream.ReadExactly(bytes);
        return JsonLine.Read(bytes);
    }

    /// <summary>The rows of a document's line.</summary>
    public static IReadOnlyList<TableRows> ReadRows(JsonLine line)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(line.Second.Length)];
        if (Base64.DecodeFromUtf8(line.Second.Span[1..^1], bytes, out _, out var length) != OperationStatus.Done)
            throw new InvalidDataException("The rows of a document are damaged.");
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, length));
        return RowCodec.Read(reader);
    }

    private string PathOf(int number) => Path.Join(folder, number.ToString("D6", CultureInfo.InvariantCulture) + ".jsonl");

    private FileStream Open(int number) => new(PathOf(number), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);

    private async Task WriteAsync(Stream stream, IngestionBatch batch, IngestionRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new ArrayBufferWriter<byte>();
        foreach (var document in batch.Documents)
        {
            WriteDocument(line, document);
            await FlushAsync();
        }

        foreach (var file in batch.Files)
        {
            RecordJson.Write(line, writer => WriteFile(writer, WrittenFile.Of(file, run, now)));
            await FlushAsync();
        }

        line.Write(End(batch.Files.Count, batch.Documents.Count, hash));
        await FlushAsync();

        async Task FlushAsync()
        {
            line.Write(LineEnd);
            hash.AppendData(line.WrittenSpan);
            await stream.WriteAsync(line.WrittenMemory, cancellationToken);
            line.ResetWrittenCount();
        }
    }

    private static void WriteFile(Utf8JsonWriter writer, WrittenFile file)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("file");
        RecordJson.WriteFile(writer, file);
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> End(int files, int documents, IncrementalHash lines)
    {
        var line = new ArrayBufferWriter<byte>();
        RecordJson.Write(line, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("segment");
            writer.WriteNumber("files", files);
            writer.WriteNumber("documents", documents);
            writer.WriteString("sha256", Convert.ToHexStringLower(lines.GetHashAndReset()));
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        return line.WrittenSpan;
    }

    private void WriteDocument(ArrayBufferWriter<byte> line, ParsedDocument document)
    {
        line.Write("{\"document\":"u8);
        RecordJson.Write(line, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("documentId", document.DocumentId);
            writer.WriteEndObject();
        });
        if (form == DocumentForm.Reports)
            WriteReports(line, document.Reports);
        else
            WriteRows(line, document.Rows);
        line.Write("}"u8);
    }

    private static void WriteReports(ArrayBufferWriter<byte> line, IReadOnlyList<ReadOnlyMemory<byte>> reports)
    {
        line.Write(",\"reports\":["u8);
        for (var i = 0; i < reports.Count; i++)
        {
            if (i > 0)
                line.Write(","u8);
            WriteOnOneLine(line, reports[i].Span);
        }

        line.Write("]"u8);
    }

    // Line ends within JSON stand between its tokens only: within strings they are escaped.
    private static void WriteOnOneLine(ArrayBufferWriter<byte> line, ReadOnlySpan<byte> json)
    {
        var target = line.GetSpan(json.Length)[..json.Length];
        json.CopyTo(target);
        target.Replace((byte)'\n', (byte)' ');
        target.Replace((byte)'\r', (byte)' ');
        line.Advance(json.Length);
    }

    private static void WriteRows(ArrayBufferWriter<byte> line, IReadOnlyList<TableRows> rows)
    {
        using var stream = new MemoryStream();
        // Lone surrogates become U+FFFD as in every other sink.
        using (var writer = new BinaryWriter(stream, new UTF8Encoding(false), leaveOpen: true))
            RowCodec.Write(writer, rows);
        line.Write(",\"rows\":\""u8);
        var target = line.GetSpan(Base64.GetMaxEncodedToUtf8Length((int)stream.Length));
        Base64.EncodeToUtf8(stream.GetBuffer().AsSpan(0, (int)stream.Length), target, out _, out var written);
        line.Advance(written);
        line.Write("\""u8);
    }
}
