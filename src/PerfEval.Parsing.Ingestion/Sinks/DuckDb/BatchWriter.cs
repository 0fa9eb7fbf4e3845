using System.Globalization;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>One batch in one transaction: what is replaced goes, the batch comes, documents without any path left go too.</summary>
internal sealed class BatchWriter(DuckDbSession session, KnownIds known, IngestionRun run, DuckDbSinkOptions options)
{
    private readonly DateTimeOffset _now = options.Clock.GetUtcNow();

    public void Write(IngestionBatch batch, CancellationToken cancellationToken)
    {
        using var transaction = session.Connection.BeginTransaction();
        WriteDocuments(batch, cancellationToken);
        var replaced = Replaced(batch.Files);
        Delete(ArchiveTables.Files, "file_id", batch.Files.Select(f => f.FileId).Where(known.HasFile));
        RowAppender.Append(session, ArchiveTables.Files, batch.Files.Select(f => FileRows.File(f, run, _now)));
        WriteFailures(batch.Files);
        Forget(replaced.Except(batch.Documents.Select(d => d.DocumentId), StringComparer.Ordinal));
        cancellationToken.ThrowIfCancellationRequested();
        transaction.Commit();
        known.Add(batch.Files.Select(f => f.FileId), batch.Documents.Select(d => d.DocumentId), batch.Files.Where(IsFailed).Select(f => f.FileId));
    }

    private void WriteDocuments(IngestionBatch batch, CancellationToken cancellationToken)
    {
        var replaced = batch.Documents.Select(d => d.DocumentId).Where(known.HasDocument).ToList();
        foreach (var table in ArchiveTables.OfDocuments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Delete(table, "document_id", replaced);
            var rows = batch.Documents.SelectMany(d => d.Rows).Where(t => t.Table.Name == table.Name).SelectMany(t => t.Rows);
            RowAppender.Append(session, table, options.IncludeModel || table != ArchiveTables.Reports ? rows : rows.Select(WithoutModel));
        }
    }

    private static object?[] WithoutModel(object?[] row) => [.. row[..^1], null];

    // A dead letter that is written again keeps the time of its first failure; one whose path no longer fails is marked, not removed.
    private void WriteFailures(IReadOnlyList<FileRecord> files)
    {
        var failed = files.Where(IsFailed).ToList();
        var again = failed.Select(f => f.FileId).Where(known.HasFailure).ToList();
        var firstSeen = again.Count == 0
            ? []
            : session.Query($"select file_id, first_seen from failures where file_id in ({List(again)})")
                .Select(row => (Id: row.GetString(0), Seen: row.GetDateTime(1))).ToDictionary(row => row.Id, row => row.Seen, StringComparer.Ordinal);
        Delete(ArchiveTables.Failures, "file_id", again);
        RowAppender.Append(session, ArchiveTables.Failures, failed.Select(f => FileRows.Failure(f, run, FirstSeen(f), _now)));
        Supersede(files.Where(f => !IsFailed(f)).Select(f => f.FileId).Where(known.HasFailure).ToList());

        DateTimeOffset FirstSeen(FileRecord file) =>
            firstSeen.TryGetValue(file.FileId, out var seen) ? new DateTimeOffset(DateTime.SpecifyKind(seen, DateTimeKind.Utc)) : _now;
    }

    private void Supersede(List<string> ids)
    {
        if (ids.Count > 0)
            session.Execute(string.Create(CultureInfo.InvariantCulture,
                $"update failures set superseded_at = timestamp '{_now.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}' where superseded_at is null and file_id in ({List(ids)})"));
    }

    /// <summary>The documents that the replaced rows of these paths referred to.</summary>
    private List<string> Replaced(IReadOnlyList<FileRecord> files)
    {
        var ids = files.Select(f => f.FileId).Where(known.HasFile).ToList();
        return ids.Count == 0
            ? []
            : [.. session.Query($"select distinct document_id from files where document_id is not null and file_id in ({List(ids)})").Select(row => row.GetString(0))];
    }

    private void Forget(IEnumerable<string> candidates)
    {
        var ids = candidates.Where(known.HasDocument).ToList();
        if (ids.Count == 0)
            return;
        var held = session.Query($"select distinct document_id from files where state <> 'failed' and document_id in ({List(ids)})").Select(row => row.GetString(0));
        ids = [.. ids.Except(held, StringComparer.Ordinal)];
        foreach (var table in ArchiveTables.OfDocuments)
            Delete(table, "document_id", ids);
    }

    private void Delete(TableSchema table, string column, IEnumerable<string> ids)
    {
        var list = List(ids);
        if (list.Length > 0)
            session.Execute($"delete from {table.Name} where {column} in ({list})");
    }

    private static string List(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => $"'{id.Replace("'", "''", StringComparison.Ordinal)}'"));

    private static bool IsFailed(FileRecord file) => file.State == FileState.Failed;
}
