using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Segments;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks;

/// <summary>What keeps dead letters: every sink of this library.</summary>
public interface IDeadLetterSource
{
    /// <summary>Reads the dead letters, superseded ones too, in no particular order. The sink need not be open, and nothing is changed.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The dead letters, read as they are asked for.</returns>
    /// <exception cref="SinkException">It cannot be read.</exception>
    IAsyncEnumerable<DeadLetter> ReadFailuresAsync(CancellationToken cancellationToken);
}

/// <summary>A path that failed, or once did.</summary>
public sealed record DeadLetter
{
    /// <summary>The path's id.</summary>
    public required string FileId { get; init; }

    /// <summary>The path to read.</summary>
    public required string Path { get; init; }

    /// <summary>The path's bytes.</summary>
    public required ReadOnlyMemory<byte> RawPath { get; init; }

    /// <summary>Its bytes, as enumerated.</summary>
    public long Length { get; init; }

    /// <summary>The SHA-256 of its content; <see langword="null"/> where it was not read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The format by its content; <see langword="null"/> where it was not told.</summary>
    public string? Format { get; init; }

    /// <summary>Why it failed.</summary>
    public required IngestionReason Reason { get; init; }

    /// <summary>More about it; <see langword="null"/> where there is no more.</summary>
    public string? Detail { get; init; }

    /// <summary>The tries.</summary>
    public IReadOnlyList<IngestionAttempt> Attempts { get; init; } = [];

    /// <summary>With which version it failed.</summary>
    public required string ParserVersion { get; init; }

    /// <summary>With which options it failed.</summary>
    public required string OptionsHash { get; init; }

    /// <summary>When it failed first.</summary>
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it failed last.</summary>
    public DateTimeOffset LastSeen { get; init; }

    /// <summary>When it no longer failed; <see langword="null"/> while it is a dead letter.</summary>
    public DateTimeOffset? SupersededAt { get; init; }

    /// <summary>The dead letter as a JSON object on one line, spelled as the JSON Lines sink spells it; what is null is left out.</summary>
    /// <returns>The JSON, without a line end.</returns>
    public string ToJson() => JsonCell.Of(json => RecordJson.WriteDeadLetter(json, this));
}
