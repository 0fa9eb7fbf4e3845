using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Segments;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Postgres;

/// <summary>Writes one batch in one transaction.</summary>
internal sealed class PostgresBatch(PostgresSession session, IngestionRun run, DateTimeOffset now)
{
    private static readonly string UpsertFailure =
        $"insert into failures select * from new_failures on conflict (file_id) do update set {string.Join(", ", ArchiveTables.Failures.Columns
            .Where(column => column.Name is not "file_id" and not "first_seen").Select(column => $"{column.Name} = excluded.{column.Name}"))}";

    public async Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken)
    {
        await using var transaction = await session.BeginAsync(cancellationToken);
        await WriteDocumentsAsync(batch.Documents, cancellationToken);
        var left = await WriteFilesAsync(batch.Files, cancellationToken);
        // A document of this batch stays even where its first path is yet to come.
        await RemoveOrphansAsync([.. left.Except(batch.Documents.Select(document => document.DocumentId), StringComparer.Ordinal)], cancellationToken);
        await WriteFailuresAsync(batch.Files, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task WriteDocumentsAsync(IReadOnlyList<ParsedDocument> documents, CancellationToken cancellationToken)
    {
        string[] ids = [.. documents.Select(document => document.DocumentId)];
        if (ids.Length == 0)
            return;
        var rows = documents.SelectMany(document => document.Rows).ToLookup(rows => rows.Table.Name, rows => rows.Rows);
        foreach (var table in ArchiveTables.OfDocuments)
        {
            await DeleteAsync(table, "document_id", ids, cancellationToken);
            if (rows[table.Name].Any(some => some.Count > 0))
                await session.CopyAsync(table, rows[table.Name].SelectMany(some => some), cancellationToken);
        }
    }

    // Returns the documents that the files referred to before.
    private async Task<string[]> WriteFilesAsync(IReadOnlyList<FileRecord> files, CancellationToken cancellationToken)
    {
        string[] ids = [.. files.Select(file => file.FileId)];
        var left = await session.QueryAsync(
            "select distinct document_id from files where file_id = any($1) and document_id is not null", [ids], cancellationToken);
        await DeleteAsync(ArchiveTables.Files, "file_id", ids, cancellationToken);
        await session.CopyAsync(ArchiveTables.Files, files.Select(file => FileRows.File(file, run, now)), cancellationToken);
        return [.. left.Select(row => (string)row[0]!)];
    }

    private async Task RemoveOrphansAsync(string[] left, CancellationToken cancellationToken)
    {
        if (left.Length == 0)
            return;
        var orphans = await session.QueryAsync(
            "select unnest($1) except select document_id from files where document_id = any($1) and state <> 'failed'", [left], cancellationToken);
        string[] ids = [.. orphans.Select(row => (string)row[0]!)];
        if (ids.Length > 0)
            foreach (var table in ArchiveTables.OfDocuments)
                await DeleteAsync(table, "document_id", ids, cancellationToken);
    }

    private async Task WriteFailuresAsync(IReadOnlyList<FileRecord> files, CancellationToken cancellationToken)
    {
        var failed = files.Where(file => file.State == FileState.Failed).ToList();
        string[] others = [.. files.Where(file => file.State != FileState.Failed).Select(file => file.FileId)];
        await session.ExecuteAsync("update failures set superseded_at = $2 where file_id = any($1) and superseded_at is null", [others, now], cancellationToken);
        if (failed.Count == 0)
            return;
        await session.ExecuteAsync("create temp table new_failures (like failures) on commit drop", [], cancellationToken);
        var table = ArchiveTables.Failures with { Name = "new_failures" };
        await session.CopyAsync(table, failed.Select(file => ArchiveRows.Failure(WrittenFile.Of(file, run, now).ToDeadLetter())), cancellationToken);
        await session.ExecuteAsync(UpsertFailure, [], cancellationToken);
    }

    private Task DeleteAsync(TableSchema table, string column, string[] ids, CancellationToken cancellationToken) =>
        session.ExecuteAsync($"delete from {table.Name} where {column} = any($1)", [ids], cancellationToken);
}
