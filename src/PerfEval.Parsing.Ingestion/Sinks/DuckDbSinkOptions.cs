namespace PerfEval.Parsing.Ingestion.Sinks;

/// <summary>How a <see cref="DuckDbSink"/> writes. An immutable value.</summary>
public sealed record DuckDbSinkOptions
{
    /// <summary>The defaults.</summary>
    public static DuckDbSinkOptions Default { get; } = new();

    /// <summary>Whether <c>reports.model</c> holds the whole report. Without it the database is smaller and written faster, but has no evidence and no table layouts.</summary>
    public bool IncludeModel { get; init; } = true;

    /// <summary>The most memory that the database takes, bytes; <see langword="null"/> for a quarter of the machine's, 512 MiB at most. A larger cache makes a long run no faster.</summary>
    public long? MaxMemory { get; init; }

    /// <summary>The threads that the database works with: 2, as the workers need the others.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>The clock, for <c>recorded_at</c> and the times of failures.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
