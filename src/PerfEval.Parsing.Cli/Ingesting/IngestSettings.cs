using PerfEval.Parsing.Ingestion;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>What <c>perfeval ingest</c> was asked to do.</summary>
internal sealed record IngestSettings
{
    /// <summary>Directories, files, patterns, and <c>-</c> for a list on standard input.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Whether that list is parted by NUL.</summary>
    public bool NullList { get; init; }

    /// <summary>Where records go.</summary>
    public required string Target { get; init; }

    /// <summary>Where the account goes as JSON besides.</summary>
    public string? SummaryPath { get; init; }

    /// <summary>How to show that it goes on; <see langword="null"/> for what the terminal can.</summary>
    public ProgressStyle? Progress { get; init; }

    /// <summary>How to ingest.</summary>
    public required IngestionOptions Options { get; init; }

    /// <summary>Where the journal lies unless the user says: beside a target on the disk, else in the working directory.</summary>
    public static string JournalBeside(string target)
    {
        // A scheme before the path (parquet:DIR) is no part of it; a server's address may hold a password and names no place on the disk.
        if (target.Contains("://", StringComparison.Ordinal) || target.Contains('=', StringComparison.Ordinal))
            return "perfeval-ingest.journal";
        foreach (var scheme in (string[])["jsonl:", "parquet:"])
            if (target.StartsWith(scheme, StringComparison.Ordinal))
                target = target[scheme.Length..];
        return target.TrimEnd('/', '\\') + ".journal";
    }
}
