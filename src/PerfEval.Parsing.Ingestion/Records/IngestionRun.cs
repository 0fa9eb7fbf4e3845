namespace PerfEval.Parsing.Ingestion.Records;

/// <summary>One run of the pipeline.</summary>
/// <param name="RunId">Its id: unique, in the order of time.</param>
/// <param name="ParserVersion">The version of the parsing library.</param>
/// <param name="OptionsHash">A hash of the options that a result depends on.</param>
/// <param name="Started">When it began.</param>
public sealed record IngestionRun(string RunId, string ParserVersion, string OptionsHash, DateTimeOffset Started);

/// <summary>A file as the sink holds it: enough to know whether it is done.</summary>
/// <param name="FileId">The path's id.</param>
/// <param name="Sha256">The content's hash; <see langword="null"/> where it was not read.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">The first reason; <see langword="null"/> for a complete file.</param>
/// <param name="ParserVersion">With which version.</param>
/// <param name="OptionsHash">With which options.</param>
public sealed record SunkFile(string FileId, string? Sha256, FileState State, IngestionReason? Reason, string ParserVersion, string OptionsHash)
{
    /// <summary>The run that wrote it last; <see langword="null"/> where the sink does not say. With it, later runs need not read the sink through to trust the journal.</summary>
    public string? RunId { get; init; }
}
