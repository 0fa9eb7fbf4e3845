using Npgsql;

namespace PerfEval.Parsing.Ingestion.Sinks.Postgres;

/// <summary>Which server, database and schema.</summary>
internal sealed record PostgresTarget(string ConnectionString, string Schema)
{
    public const string DefaultSchema = "perfeval";
    private static readonly string[] Schemes = ["postgresql", "postgres"];

    public static bool IsUri(string target) => Schemes.Any(scheme => target.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads <c>postgresql://user@host:port/database?schema=…</c> or <c>Host=…;Database=…;Search Path=…</c>.</summary>
    /// <exception cref="ArgumentException">It is neither. The message does not repeat it: it may hold a password.</exception>
    public static PostgresTarget Parse(string target)
    {
        var builder = Read(target);
        var schema = string.IsNullOrEmpty(builder.SearchPath) ? DefaultSchema : builder.SearchPath;
        builder.SearchPath = null;
        return new PostgresTarget(builder.ConnectionString, schema);
    }

    /// <summary>The string to connect with: one session of its own, because the lock is the session's, and time for large batches.</summary>
    public string Session()
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, PersistSecurityInfo = false, IncludeErrorDetail = false };
        if (!ConnectionString.Contains("Command Timeout", StringComparison.OrdinalIgnoreCase))
            builder.CommandTimeout = 600;
        if (builder.KeepAlive == 0)
            builder.KeepAlive = 30;
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Read(string target)
    {
        try
        {
            return IsUri(target) ? ReadUri(new Uri(target)) : new NpgsqlConnectionStringBuilder(target);
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            throw new ArgumentException("This is no address of a PostgreSQL database: postgresql://user@host:port/database?schema=name or Host=…;Database=….", nameof(target));
        }
    }

    private static NpgsqlConnectionStringBuilder ReadUri(Uri uri)
    {
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host.Length > 0 ? uri.Host : "localhost" };
        if (uri.Port > 0)
            builder.Port = uri.Port;
        if (uri.AbsolutePath.Length > 1)
            builder.Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]);
        if (uri.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            builder.Username = Uri.UnescapeDataString(user);
            if (password is [var secret])
                builder.Password = Uri.UnescapeDataString(secret);
        }

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (pair.Split('=', 2) is [var key, var value])
                builder[KeyOf(Uri.UnescapeDataString(key))] = Uri.UnescapeDataString(value);
        return builder;
    }

    private static string KeyOf(string key) => key switch
    {
        "schema" => "Search Path",
        "dbname" => "Database",
        "user" => "Username",
        "sslmode" => "SSL Mode",
        "application_name" => "Application Name",
        _ => key,
    };
}
