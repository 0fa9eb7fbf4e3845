using System.Diagnostics;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>A PostgreSQL server of the tests' own, in a temporary folder and without network. It takes the machine's programs; none are downloaded.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private static readonly string? Programs = FindPrograms();
    private static readonly string? Account = Environment.UserName == "root" ? FindAccount() : "";
    private readonly string _folder = Path.Join(Path.GetTempPath(), "pe-pg-" + Guid.NewGuid().ToString("n")[..8]);

    /// <summary>Why there can be none; <see langword="null"/> where there can.</summary>
    public static string? Missing =>
        OperatingSystem.IsWindows() ? "The tests start PostgreSQL on Unix only."
        : Programs is null ? "PostgreSQL is not installed: there is no initdb on the PATH or under /usr/lib/postgresql."
        : Account is null ? "PostgreSQL does not run as root, and there is no setpriv or no account postgres or nobody."
        : null;

    public string ConnectionString(string schema, string user = "owner", string database = "postgres") =>
        $"Host={_folder};Port=5432;Username={user};Database={database};Search Path={schema};Timeout=10";

    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;
        Directory.CreateDirectory(_folder);
        if (Account is { Length: > 0 } account)
            Run("chown", [account, _folder]);
        RunAsAccount("initdb", ["-D", Data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        await StartAsync();
    }

    /// <summary>Starts it, or starts it again.</summary>
    public Task StartAsync()
    {
        RunAsAccount("pg_ctl", ["-D", Data, "-w", "-t", "60", "-l", Path.Join(_folder, "log"), "-o", $"-c listen_addresses='' -k {_folder} -c fsync=off", "start"]);
        return Task.CompletedTask;
    }

    /// <summary>Ends it at once, as a crash does.</summary>
    public void Kill() => RunAsAccount("pg_ctl", ["-D", Data, "-m", "immediate", "stop"]);

    public Task DisposeAsync()
    {
        if (Missing is null)
        {
            Kill();
            Directory.Delete(_folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private string Data => Path.Join(_folder, "data");

    private static string? FindPrograms()
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Join(version, "bin"))
            : [];
        return installed.Concat(paths).FirstOrDefault(folder => File.Exists(Path.Join(folder, "initdb")) && File.Exists(Path.Join(folder, "pg_ctl")));
    }

    private static string? FindAccount() => !File.Exists("/usr/bin/setpriv")
        ? null
        : File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).Where(name => name is "postgres" or "nobody").OrderDescending(StringComparer.Ordinal).FirstOrDefault();

    private static void RunAsAccount(string program, string[] arguments)
    {
        var path = Path.Join(Programs, program);
        if (Account is { Length: > 0 } account)
            Run("setpriv", [$"--reuid={account}", "--clear-groups", path, .. arguments]);
        else
            Run(path, arguments);
    }

    // The output goes to a file: a server keeps the pipe of the program that started it open.
    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}

/// <summary>The tests of the class need PostgreSQL.</summary>
public sealed class NeedsPostgreSqlAttribute : RequirementAttribute
{
    public override string? Missing => PostgreSqlServer.Missing;
}
