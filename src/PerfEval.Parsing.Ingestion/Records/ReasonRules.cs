namespace PerfEval.Parsing.Ingestion.Records;

/// <summary>Where in the path of a file a reason arises.</summary>
public enum ReasonFamily
{
    /// <summary>Getting at the bytes.</summary>
    Input,

    /// <summary>Telling the format.</summary>
    Recognition,

    /// <summary>The file's or the archive's packing.</summary>
    Container,

    /// <summary>What the document holds.</summary>
    Content,

    /// <summary>What the document costs.</summary>
    Resource,

    /// <summary>A defect of the library, or of the host's own extractors.</summary>
    Defect,

    /// <summary>A rule that leaves files out.</summary>
    Rule,
}

/// <summary>How a file is tried again within one run.</summary>
public enum RetryRule
{
    /// <summary>Not: the same bytes give the same answer.</summary>
    Never,

    /// <summary>Once, alone in a fresh process: an earlier document may have been the culprit.</summary>
    FreshWorker,

    /// <summary>Once, alone in a fresh process with the larger limits.</summary>
    LargeWorker,

    /// <summary>Read once more from the disk.</summary>
    ReadAgain,
}

/// <summary>What is true of each reason.</summary>
public static class ReasonRules
{
    /// <summary>The family of a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>Its family.</returns>
    public static ReasonFamily Family(IngestionReason reason) => reason switch
    {
        <= IngestionReason.TooLarge => ReasonFamily.Input,
        <= IngestionReason.UnsupportedFormat => ReasonFamily.Recognition,
        <= IngestionReason.NestingLimit => ReasonFamily.Container,
        <= IngestionReason.LimitExceeded => ReasonFamily.Content,
        <= IngestionReason.ProtocolError => ReasonFamily.Resource,
        <= IngestionReason.ExtractorFailed => ReasonFamily.Defect,
        _ => ReasonFamily.Rule,
    };

    /// <summary>How a file that ended so is tried again within the run.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The rule.</returns>
    public static RetryRule Retry(IngestionReason reason) => reason switch
    {
        IngestionReason.ReadError or IngestionReason.ChangedDuringRead => RetryRule.ReadAgain,
        IngestionReason.Timeout or IngestionReason.Stalled or IngestionReason.MemoryLimit => RetryRule.LargeWorker,
        IngestionReason.StackOverflow or IngestionReason.AccessViolation or IngestionReason.WorkerSignal or IngestionReason.WorkerExit
            or IngestionReason.ProtocolError => RetryRule.FreshWorker,
        _ => RetryRule.Never,
    };

    /// <summary>Whether the next run tries such a file again by itself, without <c>--retry</c>: the cause lies outside the file.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsTransient(IngestionReason reason) =>
        reason is IngestionReason.NotFound or IngestionReason.AccessDenied or IngestionReason.ReadError or IngestionReason.ChangedDuringRead;
}
