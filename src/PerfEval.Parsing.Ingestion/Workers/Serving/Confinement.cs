using System.Globalization;
using System.Runtime.InteropServices;
using PerfEval.Parsing.Ingestion.Workers.Frames;
using PerfEval.Parsing.Ingestion.Workers.Native;

namespace PerfEval.Parsing.Ingestion.Workers.Serving;

/// <summary>What a worker does to itself before it sees a document, so that no document can do much harm.</summary>
internal static class Confinement
{
    private const long OpenFiles = 256;

    // Stacks, the loader and the C library's arenas reserve far more than they use.
    private const long Headroom = 2L << 30;

    private static readonly string[] LinuxOnly = ["own session", "ends with its parent", "no core dump", "open files", "file size", "address space"];

    /// <summary>Confines this process.</summary>
    /// <returns>What holds and what does not.</returns>
    public static IReadOnlyList<WorkerProtection> Apply(WorkerSettings settings)
    {
        List<WorkerProtection> protections = [HeapLimit(settings)];
        if (OperatingSystem.IsLinux())
            protections.AddRange(OnLinux(settings));
        else
            protections.AddRange(
                LinuxOnly.Select(name => new WorkerProtection(name, false, "only on Linux; a worker ends when its input closes")));
        return protections;
    }

    private static WorkerProtection HeapLimit(WorkerSettings settings)
    {
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return new WorkerProtection("memory limit", limit <= settings.MaxMemory, string.Create(CultureInfo.InvariantCulture, $"{limit} bytes of managed heap"));
    }

    private static IEnumerable<WorkerProtection> OnLinux(WorkerSettings settings)
    {
        yield return Told("own session", Posix.StartSession() >= 0, "no signal from the terminal; it is ended with all that it started");
        yield return Told("ends with its parent", Posix.ProcessControl(Posix.ParentDeathSignal, Posix.SignalKill) == 0, "killed by the system when the supervisor ends");
        yield return Limited("no core dump", Posix.LimitCore, 0);
        yield return Limited("open files", Posix.LimitOpenFiles, OpenFiles);
        Posix.IgnoreFileTooLong();
        yield return Limited("file size", Posix.LimitFileSize, settings.MaxFileBytes);
        var mapped = ProcessMemory.Mapped(Environment.ProcessId) ?? 0;
        yield return mapped == 0
            ? new WorkerProtection("address space", false, "the system does not say what is mapped")
            : Limited("address space", Posix.LimitAddressSpace, mapped + settings.MaxMemory + Headroom);
    }

    private static WorkerProtection Limited(string name, int resource, long most) =>
        Told(name, Posix.Limit(resource, most), string.Create(CultureInfo.InvariantCulture, $"at most {most}"));

    private static WorkerProtection Told(string name, bool done, string detail) =>
        new(name, done, done ? detail : $"refused by the system: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
}
