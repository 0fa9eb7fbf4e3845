using Npgsql;
using NpgsqlTypes;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Postgres;

/// <summary>One connection and what is said over it.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : IAsyncDisposable
{
    // The first of two numbers of the lock; the second is the schema's.
    private const int LockClass = 0x50455256;

    public static async Task<PostgresSession> ConnectAsync(PostgresTarget target, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(target.Session());
        try
        {
            await connection.OpenAsync(cancellationToken);
            var session = new PostgresSession(connection);
            await session.ExecuteAsync($"set search_path to {Quote(target.Schema)}", [], cancellationToken);
            await session.ExecuteAsync("set client_min_messages to warning", [], cancellationToken);
            return session;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public static string Quote(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    /// <summary>Takes the lock of the one writer, which ends with the session. A session that was just given up holds it for a moment more.</summary>
    /// <returns>Whether it was had within three seconds.</returns>
    public async Task<bool> LockAsync(string schema, CancellationToken cancellationToken)
    {
        await ExecuteAsync("set lock_timeout = '3s'", [], cancellationToken);
        try
        {
            await ExecuteAsync("select pg_advisory_lock($1, hashtext($2))", [LockClass, schema], cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }

        await ExecuteAsync("set lock_timeout = 0", [], cancellationToken);
        return true;
    }

    public Task<NpgsqlTransaction> BeginAsync(CancellationToken cancellationToken) => connection.BeginTransactionAsync(cancellationToken).AsTask();

    public async Task ExecuteAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<object?[]>> QueryAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>();
        await foreach (var row in ReadAsync(sql, values, cancellationToken))
            rows.Add(row);
        return rows;
    }

    /// <summary>Reads rows one by one; times come as UTC.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(
        string sql, object[] values, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.GetValue(i) switch { DBNull => null, DateTime time => new DateTimeOffset(time, TimeSpan.Zero), var value => value };
            yield return row;
        }
    }

    /// <summary>Copies rows into a table.</summary>
    public async Task CopyAsync(TableSchema table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", table.Columns.Select(column => Quote(column.Name)));
        await using var import = await connection.BeginBinaryImportAsync($"copy {Quote(table.Name)} ({columns}) from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            for (var i = 0; i < row.Length; i++)
                await WriteAsync(import, table.Columns[i].Type, row[i], cancellationToken);
        }

        await import.CompleteAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    // PostgreSQL holds no NUL in text, and no halves of pairs: both become U+FFFD.
    private static Task WriteAsync(NpgsqlBinaryImporter import, ColumnType type, object? value, CancellationToken cancellationToken) => (type, value) switch
    {
        (_, null) => import.WriteNullAsync(cancellationToken),
        (ColumnType.Json, string text) => import.WriteAsync(CellValue.Text(text)!, NpgsqlDbType.Json, cancellationToken),
        (_, string text) => import.WriteAsync(CellValue.Text(text)!, NpgsqlDbType.Text, cancellationToken),
        (_, long number) => import.WriteAsync(number, NpgsqlDbType.Bigint, cancellationToken),
        (_, decimal number) => import.WriteAsync(number, NpgsqlDbType.Numeric, cancellationToken),
        (_, bool flag) => import.WriteAsync(flag, NpgsqlDbType.Boolean, cancellationToken),
        (_, DateTimeOffset time) => import.WriteAsync(time.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken),
        _ => throw new ArgumentException($"A column cannot hold {value.GetType().Name}.", nameof(value)),
    };

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
