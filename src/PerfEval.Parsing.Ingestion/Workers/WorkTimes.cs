namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>How long one document may take: the limits of its lane, and 1 s more for every 10 MiB.</summary>
/// <param name="Soft">Until the parser stops by itself and gives what it has.</param>
/// <param name="Cancel">Until it is cancelled, if it has not stopped by then.</param>
/// <param name="Hard">Until its process is ended.</param>
/// <param name="Stall">Without progress until its process is ended.</param>
internal readonly record struct WorkTimes(TimeSpan Soft, TimeSpan Cancel, TimeSpan Hard, TimeSpan Stall)
{
    private const long BytesASecond = 10L << 20;

    private static readonly TimeSpan LongestGrace = TimeSpan.FromSeconds(5);

    public static WorkTimes Of(WorkerLimits limits, long length)
    {
        var more = TimeSpan.FromSeconds(length / BytesASecond);
        var margin = (limits.HardTimeout - limits.SoftTimeout) / 2;
        var soft = limits.SoftTimeout + more;
        return new WorkTimes(soft, soft + (margin < LongestGrace ? margin : LongestGrace), limits.HardTimeout + more, limits.StallTimeout);
    }

    /// <summary>
    /// The parser's options for a lane: by the end of the soft timeout the parser itself has stopped and has given what it read. It may take half as long
    /// to understand a document as to read it.
    /// </summary>
    public static ReportParserOptions Within(ReportParserOptions options, WorkerLimits limits)
    {
        var reading = limits.SoftTimeout * 2 / 3;
        return options.Limits.MaxDuration < reading ? options : options with { Limits = options.Limits with { MaxDuration = reading } };
    }
}
