using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Ingestion.Workers.Native;

/// <summary>The calls to a Unix system that .NET does not offer. Each returns -1 where the system refuses; <see cref="Marshal.GetLastPInvokeError"/> says why.</summary>
internal static partial class Posix
{
    public const int SignalKill = 9;

    /// <summary><c>&lt;sys/prctl.h&gt;</c>: the signal sent when the parent ends.</summary>
    public const int ParentDeathSignal = 1;

    /// <summary><c>&lt;asm-generic/resource.h&gt;</c>, Linux: the longest file that may be written.</summary>
    public const int LimitFileSize = 1;

    /// <summary>The longest core dump.</summary>
    public const int LimitCore = 4;

    /// <summary>The most open files.</summary>
    public const int LimitOpenFiles = 7;

    /// <summary>The most mapped memory.</summary>
    public const int LimitAddressSpace = 9;

    private const int DuplicateFrom = 1030;
    private const int SignalFileTooLong = 25;
    private const nint Ignore = 1;

    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    public static partial int StartSession();

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int ProcessControl(int option, nint argument);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void ExitAtOnce(int code);

    /// <summary>Another descriptor of the same open file, which programs started from here do not inherit.</summary>
    public static int Duplicate(int descriptor) => Control(descriptor, DuplicateFrom, 3);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    public static partial int DuplicateTo(int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    /// <summary>Sets a limit of this process for good.</summary>
    /// <returns>Whether the system took it.</returns>
    public static bool Limit(int resource, long most)
    {
        var limit = new ResourceLimit { Soft = (ulong)most, Hard = (ulong)most };
        return SetLimit(resource, in limit) == 0;
    }

    /// <summary>Makes writing beyond the longest file an ordinary error instead of the process's end.</summary>
    public static void IgnoreFileTooLong() => _ = SetSignal(SignalFileTooLong, Ignore);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "signal", SetLastError = true)]
    private static partial nint SetSignal(int signal, nint handler);

    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
