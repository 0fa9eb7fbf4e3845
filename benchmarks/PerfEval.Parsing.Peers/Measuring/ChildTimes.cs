using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Peers.Measuring;

/// <summary>The CPU time of child processes that have ended. Once a process has ended, .NET no longer says what it used; the system does (getrusage).</summary>
internal static partial class ChildTimes
{
    private const int Children = -1;

    /// <summary>Whether the system can be asked; the layout below is Linux's.</summary>
    public static bool AreKnown => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>User and system time of all children, and theirs, that have ended so far.</summary>
    public static TimeSpan Total =>
        GetUsage(Children, out var usage) == 0
            ? TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds) + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds)
            : throw new InvalidOperationException($"getrusage failed: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private readonly struct Usage
    {
        public readonly long UserSeconds;
        public readonly long UserMicroseconds;
        public readonly long SystemSeconds;
        public readonly long SystemMicroseconds;
    }
}
