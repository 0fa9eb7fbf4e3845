using System.ComponentModel;
using System.Diagnostics;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>A network of their own, without any way out, for workers: by <c>unshare</c> where the system has and permits it.</summary>
/// <param name="Prefix">What stands before the worker's command; empty where it cannot be had.</param>
/// <param name="Detail">How, or why not.</param>
internal sealed record NetworkIsolation(IReadOnlyList<string> Prefix, string Detail)
{
    private const string User = "--user";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] Programs = ["/usr/bin/unshare", "/bin/unshare"];

    private static readonly Lazy<NetworkIsolation> Probed = new(Probe);

    /// <summary>Whether it costs a user namespace, out of which a process cannot open what others hold open.</summary>
    public bool IsOfAnotherUser => Prefix.Contains(User);

    /// <summary>What this system permits; found out once.</summary>
    public static NetworkIsolation Current => Probed.Value;

    private static NetworkIsolation Probe()
    {
        if (!OperatingSystem.IsLinux())
            return new NetworkIsolation([], "only on Linux");
        var program = Array.Find(Programs, File.Exists);
        if (program is null)
            return new NetworkIsolation([], "there is no unshare program");
        // The first needs privileges, the second a system that lets everybody have user namespaces.
        foreach (var prefix in new string[][] { [program, "--net"], [program, User, "--net"] })
            if (Works(prefix))
                return new NetworkIsolation(prefix, prefix.Contains(User) ? "by a user namespace; not for the worker that takes archives apart" : "by a network namespace");
        return new NetworkIsolation([], "the system does not permit namespaces");
    }

    private static bool Works(string[] prefix)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(prefix[0], [.. prefix.Skip(1), "true"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            if (process.WaitForExit(Patience))
                return process.ExitCode == 0;
            process.Kill();
            return false;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
