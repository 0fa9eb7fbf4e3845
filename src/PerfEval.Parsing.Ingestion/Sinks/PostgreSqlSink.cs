using System.Runtime.CompilerServices;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Postgres;
using PerfEval.Parsing.Ingestion.Sinks.Segments;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks;

/// <summary>
/// PostgreSQL: the tables of <see cref="ArchiveTables"/> in a schema, made if they are not there. A batch is one transaction; one run at a time writes to a schema.
/// Text holds U+FFFD for NUL, which PostgreSQL does not store; columns of JSON are <c>json</c>, so that the text of a report stays as it was written.
/// After a failure the next call connects anew.
/// </summary>
public sealed class PostgreSqlSink : IIngestionSink, IDeadLetterSource
{
    private readonly PostgresTarget _target;
    private readonly TimeProvider _clock;
    private PostgresSession? _session;
    private IngestionRun? _run;

    /// <summary>A sink.</summary>
    /// <param name="connection"><c>postgresql://user@host:port/database?schema=name</c> or <c>Host=…;Database=…;Search Path=name</c>; the schema is <c>perfeval</c> unless named.</param>
    /// <param name="clock">The clock; the system's if left out.</param>
    /// <exception cref="ArgumentException">The connection cannot be read.</exception>
    public PostgreSqlSink(string connection, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        _target = PostgresTarget.Parse(connection);
        _clock = clock ?? TimeProvider.System;
    }

    private IngestionRun Run => _run ?? throw new InvalidOperationException("The sink is not open.");

    /// <inheritdoc />
    public async Task OpenAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        _run = run;
        await GuardAsync(_ => Task.FromResult(true), cancellationToken);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<SunkFile> ReadFilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Page = "select file_id, document_id, state, reason, parser_version, options_hash, run_id from files where file_id > $1 order by file_id limit 10000";
        var after = "";
        while (true)
        {
            var last = after;
            var rows = await GuardAsync(session => session.QueryAsync(Page, [last], cancellationToken), cancellationToken);
            foreach (var row in rows)
                yield return ReadFile(row);
            if (rows.Count == 0)
                yield break;
            after = (string)rows[^1][0]!;
        }
    }

    /// <inheritdoc />
    public Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken) => GuardAsync(
        async session =>
        {
            await new PostgresBatch(session, Run, Now()).WriteAsync(batch, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public Task CompleteAsync(IngestionSummary summary, CancellationToken cancellationToken) => GuardAsync(
        async session =>
        {
            await using var transaction = await session.BeginAsync(cancellationToken);
            await session.ExecuteAsync("delete from runs where run_id = $1", [Run.RunId], cancellationToken);
            await session.CopyAsync(ArchiveTables.Runs, [ArchiveRows.Run(new FinishedRun(Run, Now(), SummaryJson.Of(summary)))], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<FileState, long>> CountAsync(string runId, CancellationToken cancellationToken)
    {
        var rows = await GuardAsync(
            session => session.QueryAsync("select state, count(*) from files where run_id = $1 group by state", [runId], cancellationToken), cancellationToken);
        return rows.ToDictionary(row => Enum.Parse<FileState>((string)row[0]!, ignoreCase: true), row => (long)row[1]!);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<DeadLetter> ReadFailuresAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Page = "select * from failures where file_id > $1 order by file_id limit 1000";
        // A connection of its own: it reads while a run writes, and needs no lock.
        var after = "";
        while (true)
        {
            var last = after;
            var rows = await ReadOnceAsync(session => session.QueryAsync(Page, [last], cancellationToken), cancellationToken);
            foreach (var row in rows)
                yield return ArchiveRows.ReadFailure(row);
            if (rows.Count == 0)
                yield break;
            after = (string)rows[^1][0]!;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ResetAsync();

    private static SunkFile ReadFile(object?[] row) => new(
        (string)row[0]!, (string?)row[1], Enum.Parse<FileState>((string)row[2]!, ignoreCase: true),
        row[3] is string reason ? Enum.Parse<IngestionReason>(reason) : null, (string)row[4]!, (string)row[5]!)
    { RunId = (string?)row[6] };

    // timestamptz holds microseconds.
    private DateTimeOffset Now()
    {
        var now = _clock.GetUtcNow().ToUniversalTime();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private async Task<T> ReadOnceAsync<T>(Func<PostgresSession, Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await PostgresSession.ConnectAsync(_target, cancellationToken);
            return await action(session);
        }
        catch (Exception e) when (PostgresErrors.IsOfServer(e))
        {
            throw PostgresErrors.Of(e);
        }
    }

    private async Task<T> GuardAsync<T>(Func<PostgresSession, Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await action(_session ??= await ConnectAsync(cancellationToken));
        }
        catch (Exception e)
        {
            // Whatever happened, the state of the session is no longer known.
            await ResetAsync();
            if (PostgresErrors.IsOfServer(e))
                throw PostgresErrors.Of(e);
            throw;
        }
    }

    private async Task<PostgresSession> ConnectAsync(CancellationToken cancellationToken)
    {
        _ = Run;
        var session = await PostgresSession.ConnectAsync(_target, cancellationToken);
        try
        {
            if (!await session.LockAsync(_target.Schema, cancellationToken))
                throw new SinkException($"Another run writes to the schema {_target.Schema}; wait until it ends.");
            await PostgresLayout.PrepareAsync(session, _target.Schema, cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private async ValueTask ResetAsync()
    {
        if (_session is not { } session)
            return;
        _session = null;
        await session.DisposeAsync();
    }
}
