using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PerfEval.Parsing.Ingestion.Inputs.Disks;

/// <summary>
/// The calls of Linux that take paths as bytes: the runtime's own turn names into text first and so cannot open one in GBK. Only calls whose layout does not
/// depend on the C library (glibc, musl) or the processor are used.
/// </summary>
internal static partial class LinuxCalls
{
    public const int ReadOnly = 0;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
    public const int PathOnly = 0x200000;
    public const int NoFollowStat = 0x100;
    public const int EmptyPath = 0x1000;
    public const uint BasicStats = 0x7FF;
    public const int StatLength = 256;
    private const int CurrentDirectoryHandle = -100;

    /// <summary>Whether this is a Linux whose numbers are known here.</summary>
    public static bool AreKnown { get; } = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    /// <summary>Paths relative to the current directory.</summary>
    public static SafeFileHandle CurrentDirectory { get; } = new(CurrentDirectoryHandle, ownsHandle: false);

    public static int DirectoryOnly => IsArm ? 0x4000 : 0x10000;

    public static int NoFollow => IsArm ? 0x8000 : 0x20000;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    private static int ListNumber => IsArm ? 61 : 217;

    /// <summary>Fills a buffer with directory entries; 0 at the end, -1 for an error.</summary>
    public static int List(SafeFileHandle directory, byte[] buffer) => (int)Syscall(ListNumber, directory, buffer, buffer.Length);

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true)]
    public static partial int OpenAt(SafeFileHandle directory, byte[] path, int flags);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    public static partial int StatAt(SafeFileHandle directory, byte[] path, int flags, uint mask, [Out] byte[] stat);

    [LibraryImport("libc", EntryPoint = "realpath", SetLastError = true)]
    public static partial nint RealPath(byte[] path, nint buffer);

    [LibraryImport("libc", EntryPoint = "free")]
    public static partial void Free(nint memory);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint Syscall(nint number, SafeFileHandle handle, [Out] byte[] buffer, nint length);
}
