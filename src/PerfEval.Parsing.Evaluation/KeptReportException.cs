namespace PerfEval.Parsing.Evaluation;

/// <summary>A file of kept reports that holds something else.</summary>
public sealed class KeptReportException : Exception
{
    internal KeptReportException(string path, long offset, Exception inner)
        : base(FormattableString.Invariant($"{path}, at byte {offset}: {inner.Message}"), inner) => Path = path;

    internal KeptReportException(string path, string what)
        : base($"{path}: {what}") => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
