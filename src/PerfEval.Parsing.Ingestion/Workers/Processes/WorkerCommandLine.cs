using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>The program, arguments and environment that start a worker.</summary>
internal static class WorkerCommandLine
{
    private const string NameIt = $"Set {nameof(IngestionOptions)}.{nameof(IngestionOptions.WorkerCommand)} to a program that calls {nameof(IngestionWorker)}.{nameof(IngestionWorker.Run)}.";

    // What the runtime and the system's loader need; nothing else of the supervisor's environment, passwords above all, is a worker's business.
    private static readonly string[] Inherited =
        ["PATH", "HOME", "TMPDIR", "TMP", "TEMP", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "LD_LIBRARY_PATH", "SystemRoot", "ProgramFiles"];

    /// <summary>How a worker is started.</summary>
    /// <param name="options">How to ingest.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="opensFiles">Whether it has to open what this process holds open.</param>
    /// <exception cref="WorkersBrokenException">This host's own dependencies cannot be told.</exception>
    public static ProcessStartInfo Of(IngestionOptions options, WorkerLimits limits, bool opensFiles = false)
    {
        var own = options.WorkerCommand.Count == 0;
        IReadOnlyList<string> command = own ? [.. Isolation(opensFiles), .. options.OwnWorker is { Count: > 0 } self ? self : ByRuntime()] : options.WorkerCommand;
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (own)
            foreach (var name in start.Environment.Keys.Except(Inherited, StringComparer.OrdinalIgnoreCase).ToList())
                start.Environment.Remove(name);
        foreach (var (name, value) in Runtime(limits))
            start.Environment[name] = value;
        return start;
    }

    /// <summary>The runtime's settings: a hard limit for the heap, nothing that writes files or listens, and no work in the background.</summary>
    private static IEnumerable<(string Name, string Value)> Runtime(WorkerLimits limits) =>
    [
        ("DOTNET_GCHeapHardLimit", limits.MaxMemory.ToString("X", CultureInfo.InvariantCulture)),
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_TieredPGO", "0"),
        ("DOTNET_DbgEnableMiniDump", "0"),
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
        ("DOTNET_NOLOGO", "1"),
    ];

    private static IReadOnlyList<string> Isolation(bool opensFiles) =>
        opensFiles && NetworkIsolation.Current.IsOfAnotherUser ? [] : NetworkIsolation.Current.Prefix;

    private static string[] ByRuntime()
    {
        var library = Library();
        var dependencies = ((string?)AppContext.GetData("APP_CONTEXT_DEPS_FILES"))?.Split(';').FirstOrDefault(File.Exists)
            ?? throw new WorkersBrokenException($"This program has no .deps.json from which a worker could be started. {NameIt}");
        var settings = dependencies[..^".deps.json".Length] + ".runtimeconfig.json";
        if (!File.Exists(settings))
            throw new WorkersBrokenException($"This program has no .runtimeconfig.json beside its .deps.json, from which a worker could be started. {NameIt}");
        return [Muxer(), "exec", "--depsfile", dependencies, "--runtimeconfig", settings, library];
    }

    private static string Library()
    {
        var name = typeof(WorkerCommandLine).Assembly.GetName().Name + ".dll";
        var path = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES"))?.Split(Path.PathSeparator)
            .FirstOrDefault(file => string.Equals(Path.GetFileName(file), name, StringComparison.Ordinal));
        return path is not null && File.Exists(path)
            ? path
            : throw new WorkersBrokenException($"{name} is no file of its own here, as in a single-file program, so that no worker can be started from it. {NameIt}");
    }

    /// <summary>The <c>dotnet</c> program of the runtime that this process runs on.</summary>
    private static string Muxer()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(path)
            ? path
            : throw new WorkersBrokenException($"This program brings its own runtime; there is no \"{name}\" that could start a worker. {NameIt}");
    }
}
