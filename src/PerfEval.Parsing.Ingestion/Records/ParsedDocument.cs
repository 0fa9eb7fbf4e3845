using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Ingestion.Records;

/// <summary>What one content gave, however many paths hold it.</summary>
public sealed record ParsedDocument
{
    /// <summary>The SHA-256 of the content, 64 hexadecimal digits: the document's id.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Whether everything was read.</summary>
    public required ParseStatus Status { get; init; }

    /// <summary>What is missing where it is partial.</summary>
    public IReadOnlyList<IngestionReason> Reasons { get; init; } = [];

    /// <summary>The message of the first thing missing; <see langword="null"/> where nothing is.</summary>
    public string? Detail { get; init; }

    /// <summary>The format by its content.</summary>
    public required string Format { get; init; }

    /// <summary>The reports in the library's own JSON, UTF-8, one line each, at least one.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Reports { get; init; }

    /// <summary>The same as rows of <see cref="Tables.ArchiveTables"/>.</summary>
    public required IReadOnlyList<TableRows> Rows { get; init; }

    /// <summary>The reports as the typed model.</summary>
    /// <returns>The reports in the order of the file.</returns>
    public IReadOnlyList<PerformanceReport> ReadReports() => [.. Reports.Select(json => JsonReportReader.Read(json))];
}

/// <summary>What is written at once: all of it or nothing.</summary>
/// <param name="Files">Paths, each at most once.</param>
/// <param name="Documents">The documents that were parsed since the last batch; they come before or with the first path that holds them.</param>
public sealed record IngestionBatch(IReadOnlyList<FileRecord> Files, IReadOnlyList<ParsedDocument> Documents);
