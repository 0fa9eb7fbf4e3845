using System.Buffers;
using System.Text.Json;
using PerfEval.Parsing.Ingestion.Durability;
using PerfEval.Parsing.Ingestion.Sinks.Segments;

namespace PerfEval.Parsing.Ingestion.Sinks.Lines;

/// <summary>Writes lines into new parts of at most 256 MiB or one line each. They do not count before the manifest names them.</summary>
internal sealed class LinePartWriter(string root, MergeOutput output, string table, string folder) : IAsyncDisposable
{
    private const long MostBytes = 256L << 20;
    private static readonly byte[] LineEnd = "\n"u8.ToArray();
    private readonly ArrayBufferWriter<byte> _line = new();
    private FileStream? _stream;
    private string _name = "";
    private long _rows;

    public Task WriteAsync(Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        RecordJson.Write(_line, write);
        return FlushAsync(cancellationToken);
    }

    /// <summary>Writes a line put together from spans of bytes.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> file, ReadOnlyMemory<byte> reports, CancellationToken cancellationToken)
    {
        _line.Write("{\"file\":"u8);
        _line.Write(file.Span);
        if (!reports.IsEmpty)
        {
            _line.Write(",\"reports\":"u8);
            _line.Write(reports.Span);
        }

        _line.Write("}"u8);
        return FlushAsync(cancellationToken);
    }

    /// <summary>Finishes the last part, durably.</summary>
    public async ValueTask DisposeAsync() => await EndPartAsync();

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _line.Write(LineEnd);
        if (_stream is { } open && open.Position + _line.WrittenCount > MostBytes)
            await EndPartAsync();
        if (_stream is null)
            BeginPart();
        await _stream!.WriteAsync(_line.WrittenMemory, cancellationToken);
        _line.ResetWrittenCount();
        _rows++;
    }

    private void BeginPart()
    {
        _name = output.NewName(folder);
        _stream = new FileStream(Path.Join(root, _name), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        _rows = 0;
    }

    private async Task EndPartAsync()
    {
        if (_stream is not { } stream)
            return;
        _stream = null;
        await using (stream)
        {
            await stream.FlushAsync();
            stream.Flush(flushToDisk: true);
            output.Add(table, new PartFile(_name, _rows, stream.Length));
        }

        DurableFile.SyncDirectory(Path.GetDirectoryName(Path.Join(root, _name))!);
    }
}
