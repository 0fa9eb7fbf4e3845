using System.IO.Compression;
using System.Text;
using Parquet;
using Parquet.Schema;
using PerfEval.Parsing.Ingestion.Durability;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Segments;

namespace PerfEval.Parsing.Ingestion.Sinks.Columnar;

/// <summary>
/// Writes the rows of a table into new parts: row groups of 122,880 rows or 32 MiB of text, whichever comes first, so that memory stays bounded; parts of at most
/// 512 MiB. They do not count before the manifest names them.
/// </summary>
internal sealed class ColumnPartWriter(string root, MergeOutput output, ColumnLayout layout) : IAsyncDisposable
{
    private const int MostRows = 122_880;
    private const long MostText = 32L << 20;
    private const long MostPartBytes = 512L << 20;

    // The library's own choice, the smallest size, takes thirty times as long for a fifth less.
    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest };
    private readonly List<object?[]> _rows = [];
    private long _text;
    private FileStream? _stream;
    private ParquetWriter? _writer;
    private string _name = "";
    private long _written;
    private int _parts;

    public async Task WriteAsync(object?[] row, CancellationToken cancellationToken)
    {
        _rows.Add(row);
        _text += row.Sum(value => value is string text ? text.Length * 2L : 16);
        if (_rows.Count >= MostRows || _text >= MostText)
            await FlushAsync(cancellationToken);
    }

    /// <summary>Finishes, durably. A table without any rows and <paramref name="kept"/> parts has an empty one, so that readers find its columns.</summary>
    public async Task EndAsync(int kept, CancellationToken cancellationToken)
    {
        if (_rows.Count > 0 || (kept == 0 && _parts == 0))
            await FlushAsync(cancellationToken);
        await EndPartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_stream is not { } stream)
            return;
        _stream = null;
        await stream.DisposeAsync();
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_stream is null)
            await BeginPartAsync(cancellationToken);
        using (var group = _writer!.CreateRowGroup())
            for (var i = 0; i < layout.Table.Columns.Count; i++)
                await WriteColumnAsync(group, layout.Schema.DataFields[i], i, cancellationToken);
        _written += _rows.Count;
        _rows.Clear();
        _text = 0;
        if (_stream!.Position >= MostPartBytes)
            await EndPartAsync();
    }

    private async Task WriteColumnAsync(ParquetRowGroupWriter group, DataField field, int column, CancellationToken cancellationToken)
    {
        switch (layout.Table.Columns[column].Type)
        {
            case ColumnType.Text or ColumnType.Json:
                await group.WriteAsync(field, (IReadOnlyCollection<string>)Values(column, value => WellFormed((string)value)).ToArray()!);
                break;
            case ColumnType.Integer:
                await group.WriteAsync<long>(field, Values(column, value => (long?)value).ToArray(), cancellationToken: cancellationToken);
                break;
            case ColumnType.Number:
                await group.WriteAsync<decimal>(field, Values(column, value => (decimal?)value).ToArray(), cancellationToken: cancellationToken);
                break;
            case ColumnType.Boolean:
                await group.WriteAsync<bool>(field, Values(column, value => (bool?)value).ToArray(), cancellationToken: cancellationToken);
                break;
            default:
                await group.WriteAsync<DateTime>(
                    field, Values(column, value => (DateTime?)((DateTimeOffset)value).UtcDateTime).ToArray(), cancellationToken: cancellationToken);
                break;
        }
    }

    private IEnumerable<T?> Values<T>(int column, Func<object, T?> convert) => _rows.Select(row => row[column] is { } value ? convert(value) : default);

    // Halves of pairs become U+FFFD as in every other sink.
    private static string WellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private async Task BeginPartAsync(CancellationToken cancellationToken)
    {
        _name = output.NewName(layout.Table.Name);
        _stream = new FileStream(Path.Join(root, _name), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 20);
        _writer = await ParquetWriter.CreateAsync(layout.Schema, _stream, Options, cancellationToken: cancellationToken);
        _written = 0;
        _parts++;
    }

    private async Task EndPartAsync()
    {
        if (_stream is not { } stream)
            return;
        await _writer!.DisposeAsync();
        await stream.FlushAsync();
        stream.Flush(flushToDisk: true);
        output.Add(layout.Table.Name, new PartFile(_name, _written, stream.Length));
        _stream = null;
        await stream.DisposeAsync();
        DurableFile.SyncDirectory(Path.GetDirectoryName(Path.Join(root, _name))!);
    }
}
