namespace PerfEval.Parsing.Diagnostics;

/// <summary>Why a report could not be written. The names are stable.</summary>
public enum UnwritableReason
{
    /// <summary>No font was named, and none that has Chinese characters was found.</summary>
    FontMissing,

    /// <summary>The font's file cannot be opened, is damaged, or is of a kind that cannot be embedded (bitmaps, CFF2).</summary>
    FontUnreadable,

    /// <summary>The font's maker does not allow it to be embedded in part (OS/2 fsType).</summary>
    FontRestricted,
}

/// <summary>A report could not be written, though the call was well-formed: something that the format needs is missing.</summary>
public sealed class UnwritableReportException : Exception
{
    /// <summary>A failure of the given kind.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">What is missing, and what the caller can do about it.</param>
    /// <param name="inner">What was thrown below, if anything.</param>
    public UnwritableReportException(UnwritableReason reason, string message, Exception? inner = null)
        : base(message, inner) => Reason = reason;

    /// <summary>Why the report could not be written.</summary>
    public UnwritableReason Reason { get; }
}
