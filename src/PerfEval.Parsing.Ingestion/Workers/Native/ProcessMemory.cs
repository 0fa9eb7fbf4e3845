using System.Globalization;

namespace PerfEval.Parsing.Ingestion.Workers.Native;

/// <summary>How much memory a process holds, as the system says it; Linux only.</summary>
internal static class ProcessMemory
{
    /// <summary>Bytes in memory; <see langword="null"/> where the process is gone or the system does not say.</summary>
    /// <param name="processId">The process.</param>
    public static long? Resident(int processId) => Field(processId, 1);

    /// <summary>Bytes mapped, in memory or not; <see langword="null"/> likewise.</summary>
    /// <param name="processId">The process.</param>
    public static long? Mapped(int processId) => Field(processId, 0);

    private static long? Field(int processId, int index)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            var fields = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/statm")).Split(' ');
            return long.Parse(fields[index], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        }
        // The process ended between the look and the read.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
