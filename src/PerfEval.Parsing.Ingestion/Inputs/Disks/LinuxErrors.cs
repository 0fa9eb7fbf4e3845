using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs.Disks;

/// <summary>What the error numbers of Linux mean for a file. The numbers are the same on all processors that are known here.</summary>
internal static class LinuxErrors
{
    public const int Interrupted = 4;
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int NoDevice = 6;
    private const int AccessDenied = 13;
    private const int NotDirectory = 20;
    private const int NameTooLong = 36;
    private const int Loop = 40;

    public static DiskException ToFault(int error) => error switch
    {
        NoEntry or NotDirectory => new DiskException(IngestionReason.NotFound, "There is nothing under this path."),
        NotPermitted or AccessDenied => new DiskException(IngestionReason.AccessDenied, "It may not be read by this user."),
        NoDevice => new DiskException(IngestionReason.NotRegularFile, "A socket or a device."),
        NameTooLong => new DiskException(IngestionReason.PathUnrepresentable, "The name is too long for this disk."),
        Loop => new DiskException(IngestionReason.SymbolicLink, "A symbolic link stands here, or links lead in a circle."),
        _ => new DiskException(IngestionReason.ReadError, $"The disk or the system failed (error {error})."),
    };
}
