namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>A line of the journal.</summary>
internal abstract record JournalRecord;

/// <summary>A run began. Runs are numbered from 0 in the order of these records; files name their run by that number.</summary>
/// <param name="RunId">Its id; empty for files taken over from a sink that does not say which run wrote them.</param>
/// <param name="ParserVersion">With which version.</param>
/// <param name="OptionsHash">With which options.</param>
internal sealed record RunStarted(string RunId, string ParserVersion, string OptionsHash) : JournalRecord;

/// <summary>The last run ended in order: attempts without an outcome were given up, not suffered.</summary>
internal sealed record RunEnded : JournalRecord;

/// <summary>A worker is about to see a content.</summary>
/// <param name="Content">The content.</param>
/// <param name="Number">Which try.</param>
internal sealed record AttemptBegun(Key128 Content, int Number) : JournalRecord;

/// <summary>The supervisor lived to see what came of a content: whatever ends it later, that content is not the cause.</summary>
/// <param name="Content">The content.</param>
internal sealed record AttemptSurvived(Key128 Content) : JournalRecord;

/// <summary>The sink holds a file.</summary>
/// <param name="File">The path's id.</param>
/// <param name="Content">Its content, or the key of its record.</param>
/// <param name="Run">The run that wrote it.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record FileDone(Key128 File, Key128 Content, int Run, FileOutcome Outcome) : JournalRecord;

/// <summary>The sink does not hold a file, although the journal said so.</summary>
/// <param name="File">The path's id.</param>
internal sealed record FileForgotten(Key128 File) : JournalRecord;
