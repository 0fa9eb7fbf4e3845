using System.Runtime.CompilerServices;
using Parquet;
using Parquet.Schema;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Sinks.Columnar;

/// <summary>Reads parts back, a row group at a time.</summary>
internal static class ColumnPartReader
{
    /// <summary>Reads the rows of a part.</summary>
    /// <param name="path">The part.</param>
    /// <param name="layout">Its columns.</param>
    /// <param name="columns">Those to be read, by name; the rows have values for these only, in this order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidDataException">It is no such part.</exception>
    public static async IAsyncEnumerable<object?[]> ReadAsync(
        string path, ColumnLayout layout, IReadOnlyList<string> columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellationToken);
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            var count = checked((int)group.RowCount);
            var values = new object?[columns.Count][];
            for (var c = 0; c < values.Length; c++)
                values[c] = await ReadColumnAsync(group, Field(reader, columns[c]), layout.Table, columns[c], count, cancellationToken);
            for (var r = 0; r < count; r++)
                yield return [.. values.Select(column => column[r])];
        }
    }

    private static DataField Field(ParquetReader reader, string column) =>
        reader.Schema.DataFields.FirstOrDefault(field => field.Name == column) ?? throw new InvalidDataException($"A part has no column {column}.");

    private static async Task<object?[]> ReadColumnAsync(
        ParquetRowGroupReader group, DataField field, TableSchema table, string column, int count, CancellationToken cancellationToken)
    {
        switch (table.Columns.Single(c => c.Name == column).Type)
        {
            case ColumnType.Text or ColumnType.Json:
                var texts = new string?[count];
                await group.ReadAsync(field, texts.AsMemory()!, cancellationToken: cancellationToken);
                return texts;
            case ColumnType.Integer:
                return await ReadAsync<long>(group, field, count, value => value, cancellationToken);
            case ColumnType.Number:
                return await ReadAsync<decimal>(group, field, count, value => value, cancellationToken);
            case ColumnType.Boolean:
                return await ReadAsync<bool>(group, field, count, value => value, cancellationToken);
            default:
                return await ReadAsync<DateTime>(group, field, count, value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)), cancellationToken);
        }
    }

    private static async Task<object?[]> ReadAsync<T>(ParquetRowGroupReader group, DataField field, int count, Func<T, object> convert, CancellationToken cancellationToken)
        where T : struct
    {
        var values = new T?[count];
        await group.ReadAsync<T>(field, values.AsMemory(), cancellationToken: cancellationToken);
        return [.. values.Select(value => value is { } present ? convert(present) : null)];
    }
}
