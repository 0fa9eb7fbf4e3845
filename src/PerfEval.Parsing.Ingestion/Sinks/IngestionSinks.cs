using PerfEval.Parsing.Ingestion.Sinks.Postgres;

namespace PerfEval.Parsing.Ingestion.Sinks;

/// <summary>Sinks by the name of where records go.</summary>
public static class IngestionSinks
{
    private const string Lines = "jsonl:";
    private const string Columns = "parquet:";

    /// <summary>
    /// Makes the sink for a target: a name ending with <c>.duckdb</c> or <c>.db</c>; <c>jsonl:DIR</c> or a name ending with <c>.jsonl</c>; <c>parquet:DIR</c> or a folder's name ending with
    /// <c>.parquet</c>; <c>postgresql://…</c> or <c>Host=…</c>. Nothing is opened yet.
    /// </summary>
    /// <param name="target">The target.</param>
    /// <param name="clock">The clock; the system's if left out.</param>
    /// <returns>The sink, which is an <see cref="IDeadLetterSource"/> too; the caller disposes of it.</returns>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static IIngestionSink Open(string target, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        if (PostgresTarget.IsUri(target) || Has(target, "Host=") || Has(target, "Server="))
            return new PostgreSqlSink(target, clock);
        if (Has(target, Lines) && target.Length > Lines.Length)
            return new JsonLinesSink(target[Lines.Length..], clock);
        if (Has(target, Columns) && target.Length > Columns.Length)
            return new ParquetSink(target[Columns.Length..], clock);
        return Path.GetExtension(target).ToLowerInvariant() switch
        {
            ".duckdb" or ".db" => new DuckDbSink(target, new DuckDbSinkOptions { Clock = clock ?? TimeProvider.System }),
            ".jsonl" => new JsonLinesSink(target, clock),
            ".parquet" => new ParquetSink(target, clock),
            _ => throw new ArgumentException(
                "A target is a name ending with .duckdb, .jsonl or .parquet, jsonl:DIR, parquet:DIR, or postgresql://user@host/database.", nameof(target)),
        };
    }

    private static bool Has(string target, string prefix) => target.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
