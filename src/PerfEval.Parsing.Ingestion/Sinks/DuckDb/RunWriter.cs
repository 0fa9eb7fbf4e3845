using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>The row of the run: without figures from its beginning, so that a run that was killed is seen; with them at its end.</summary>
internal static class RunWriter
{
    public static void Begin(DuckDbSession session, IngestionRun run) => Write(session, run, null);

    public static void End(DuckDbSession session, IngestionRun run, IngestionSummary summary)
    {
        Write(session, run, summary);
        session.Execute("checkpoint");
    }

    private static void Write(DuckDbSession session, IngestionRun run, IngestionSummary? summary)
    {
        using var transaction = session.Connection.BeginTransaction();
        foreach (var _ in session.Query("delete from runs where run_id = $1", run.RunId))
        {
        }

        RowAppender.Append(session, ArchiveTables.Runs, [FileRows.Run(run, summary)]);
        transaction.Commit();
    }
}
