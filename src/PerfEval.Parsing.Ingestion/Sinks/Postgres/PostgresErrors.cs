using System.Net.Sockets;
using Npgsql;

namespace PerfEval.Parsing.Ingestion.Sinks.Postgres;

/// <summary>What the server or the way to it throws, as what the pipeline understands. No message repeats the connection string.</summary>
internal static class PostgresErrors
{
    // Authentication, unknown database, permissions, read-only server, missing objects, wrong types: the same tomorrow.
    private static readonly string[] Permanent = ["28", "3D", "42", "0A", "25006", "3F"];

    public static bool IsOfServer(Exception e) => e is NpgsqlException or IOException or SocketException or TimeoutException;

    public static SinkException Of(Exception e) => e is PostgresException refused
        ? new SinkException($"PostgreSQL refused ({refused.SqlState}): {refused.MessageText}.", e) { IsPermanent = IsPermanent(refused.SqlState) }
        : new SinkException($"PostgreSQL cannot be reached, or the connection was lost: {e.Message}", e);

    private static bool IsPermanent(string state) => Permanent.Any(prefix => state.StartsWith(prefix, StringComparison.Ordinal));
}
