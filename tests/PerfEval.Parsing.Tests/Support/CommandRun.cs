using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Xunit;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>What a program printed and how it ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output, with line feeds.</param>
/// <param name="Error">Its standard error, with line feeds.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The <c>dotnet</c> that runs these tests, whether it is on the PATH or not.</summary>
    public static string Dotnet { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : "dotnet";

    /// <summary>Runs <c>dotnet</c> and expects it to succeed.</summary>
    public static async Task<CommandRun> DotnetAsync(string folder, params string[] arguments)
    {
        var run = await OfAsync(Dotnet, folder, arguments);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{run.Output}\n{run.Error}");
        return run;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static async Task<CommandRun> OfAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        SetEnvironment(start.Environment);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return new CommandRun(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static void SetEnvironment(IDictionary<string, string?> environment)
    {
        // The build that runs these tests tells its children where it keeps its parts; another build must find its own.
        foreach (var name in environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.Ordinal)).ToList())
            environment.Remove(name);
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        if (Path.GetDirectoryName(Dotnet) is { Length: > 0 } root)
            environment["DOTNET_ROOT"] = root;
    }
}
