using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>Rows into tables, the fast way, within the transaction that is open.</summary>
internal static class RowAppender
{
    public static void Append(DuckDbSession session, TableSchema table, IEnumerable<object?[]> rows)
    {
        using var appender = session.Connection.CreateAppender(table.Name);
        foreach (var cells in rows)
        {
            var row = appender.CreateRow();
            foreach (var cell in cells)
                Append(row, cell);
            row.EndRow();
        }

        // Closing writes the rest; disposing alone would hide that it failed.
        appender.Close();
    }

    private static void Append(IDuckDBAppenderRow row, object? cell) => _ = cell switch
    {
        null => row.AppendNullValue(),
        string text => row.AppendValue(text),
        long number => row.AppendValue(number),
        decimal number => row.AppendValue(number),
        bool flag => row.AppendValue(flag),
        DateTimeOffset moment => row.AppendValue(moment.UtcDateTime),
        _ => throw new ArgumentException($"A column cannot hold {cell.GetType().Name}.", nameof(cell)),
    };
}
