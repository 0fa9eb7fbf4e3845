using System.Runtime.CompilerServices;

namespace PerfEval.Parsing.Ingestion.Supervising.Guards;

/// <summary>Refuses options that cannot be meant.</summary>
internal static class OptionChecks
{
    private const int MostWorkers = 1_024;

    // The packs go to the workers in one frame, in which a character takes six bytes at most.
    private const int MostVocabulary = 150_000;

    /// <exception cref="ArgumentException">An option has an impossible value.</exception>
    public static void Check(IngestionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Clock);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.JournalPath);
        // The parser checks its own options when it is made.
        _ = new ReportParser(options.Parser);
        CheckThatWorkersCanParse(options);
        Within(options.Workers, 1, MostWorkers);
        Within(options.Parser.Vocabulary.Sum(pack => (long)pack.ToJson().Length), 0, MostVocabulary, "the characters of all packs of words together");
        Positive(options.RecycleAfter, options.RecycleMemory, options.MaxOutputBytes, options.MaxArchiveBytes, options.MaxArchiveEntries);
        Positive(options.BatchFiles, options.BatchBytes, options.ReadAheadBytes, options.SinkAttempts, options.BreakerWindow, options.MaxIdleRestarts);
        Within(options.MaxArchiveDepth, 0, int.MaxValue);
        Within(options.MinFreeBytes, 0, long.MaxValue);
        if (options.BreakerShare is not (> 0 and <= 1))
            throw Impossible(options.BreakerShare, nameof(options.BreakerShare));
        if (options.BatchTime < TimeSpan.Zero || options.SinkPause < TimeSpan.Zero)
            throw Impossible(options.SinkPause, "BatchTime or SinkPause");
        Check(options.Limits);
        Check(options.LargeLimits);
    }

    // Code cannot be sent to a process: the library's own worker would leave such values out without a word.
    private static void CheckThatWorkersCanParse(IngestionOptions options)
    {
        if (options.Isolation != WorkerIsolation.Process || options.WorkerCommand.Count > 0)
            return;
        if (options.Parser.Extractors.Count > 0 || !Types(options.Parser.Readers).SequenceEqual(Types(ReportParserOptions.Default.Readers)))
            throw new ArgumentException(
                $"Readers and extractors of your own are not known to this library's worker processes. Name a program of yours that calls {nameof(IngestionWorker)}.{nameof(IngestionWorker.Run)} "
                + $"with them as {nameof(IngestionOptions.WorkerCommand)}, or parse in this process with {nameof(WorkerIsolation)}.{nameof(WorkerIsolation.None)}.");

        static IEnumerable<Type> Types<T>(IEnumerable<T> items)
            where T : notnull => items.Select(item => item.GetType());
    }

    private static void Check(WorkerLimits limits)
    {
        Positive(limits.SoftTimeout.Ticks, limits.HardTimeout.Ticks, limits.StallTimeout.Ticks, limits.MaxMemory);
        if (limits.HardTimeout < limits.SoftTimeout)
            throw Impossible(limits.HardTimeout, "HardTimeout (shorter than SoftTimeout)");
    }

    private static void Positive(params ReadOnlySpan<long> values)
    {
        foreach (var value in values)
            Within(value, 1, long.MaxValue, "a number that must be positive");
    }

    private static void Within(long value, long least, long most, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < least || value > most)
            throw Impossible(value, name);
    }

    private static ArgumentException Impossible(object value, string name) => new($"An option of ingestion has an impossible value: {name} is {value}.");
}
