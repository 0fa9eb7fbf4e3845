namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>How long one document may take: the limits of its lane, and 1 s more for every 10 MiB.</summary>
/// <param name="Soft">Until it is asked to stop.</param>
/// <param name="Hard">Until its process is ended.</param>
/// <param name="Stall">Without progress until its process is ended.</param>
internal readonly record struct WorkTimes(TimeSpan Soft, TimeSpan Hard, TimeSpan Stall)
{
    private const long BytesASecond = 10L << 20;

    public static WorkTimes Of(WorkerLimits limits, long length)
    {
        var more = TimeSpan.FromSeconds(length / BytesASecond);
        return new WorkTimes(limits.SoftTimeout + more, limits.HardTimeout + more, limits.StallTimeout);
    }
}
