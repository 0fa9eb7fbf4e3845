using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Workers;

namespace PerfEval.Parsing.Ingestion.Tests.Workers;

/// <summary>Documents that script what befalls their worker, and the worker that plays them.</summary>
internal static class Scripted
{
    /// <summary>Starts the scripted worker.</summary>
    public static IReadOnlyList<string> Command { get; } =
        [Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", Path.Combine(AppContext.BaseDirectory, "PerfEval.Parsing.Ingestion.ScriptedWorker.dll")];

    /// <summary>One scripted worker and no retries; nothing but a script can take a minute.</summary>
    public static IngestionOptions Options { get; } = IngestionOptions.Default with
    {
        Workers = 1,
        WorkerCommand = Command,
        RetryFailures = false,
        Limits = new WorkerLimits { SoftTimeout = TimeSpan.FromMinutes(2), HardTimeout = TimeSpan.FromMinutes(3), StallTimeout = TimeSpan.FromMinutes(2), MaxMemory = 256L << 20 },
        LargeLimits = new WorkerLimits { SoftTimeout = TimeSpan.FromMinutes(2), HardTimeout = TimeSpan.FromMinutes(3), StallTimeout = TimeSpan.FromMinutes(2), MaxMemory = 1L << 30 },
    };

    public static DocumentWork Work(string script, string id = "id") => new(id, "script.txt", new HeldContent(Encoding.UTF8.GetBytes($"SCRIPT: {script}\n")));

    public static async Task<WorkOutcome> PlayAsync(string script, IngestionOptions? options = null)
    {
        await using var workers = new ProcessWorkers(options ?? Options);
        return await workers.ParseAsync(Work(script), CancellationToken.None);
    }

    /// <summary>What came of it in one word.</summary>
    public static string Word(WorkOutcome outcome) => outcome.Failure?.ToString() ?? outcome.Document!.Status.ToString();

    /// <summary>Whether a process exists and is more than an entry that nobody has collected yet.</summary>
    public static bool IsAlive(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
