namespace PerfEval.Parsing.Diagnostics;

/// <summary>Why no document could be had from a file. The names are stable and stand in JSON and in exit codes' explanations.</summary>
public enum UnreadableReason
{
    /// <summary>The file has no content.</summary>
    Empty,

    /// <summary>The file is longer than the limit.</summary>
    TooLarge,

    /// <summary>The content is of no format that is known.</summary>
    UnknownFormat,

    /// <summary>The format is known but not read (legacy .doc, .wps, .xls, .ofd, pictures …).</summary>
    UnsupportedFormat,

    /// <summary>The file is protected by a password or by rights management.</summary>
    Encrypted,

    /// <summary>The file ends too early for anything to be read.</summary>
    Truncated,

    /// <summary>The file is damaged so that nothing can be read.</summary>
    Corrupt,

    /// <summary>A limit (size, entries, depth, ratio) was passed before anything could be read.</summary>
    LimitExceeded,

    /// <summary>The document consists of pictures of pages: there is no text to read.</summary>
    NoTextLayer,

    /// <summary>The document holds no text at all.</summary>
    NoText,

    /// <summary>The text is unreadable: decoded wrongly before it was stored, and not recoverable.</summary>
    Garbled,

    /// <summary>The file could not be opened or read from its disk.</summary>
    ReadError,

    /// <summary>Reading took longer than it may, and gave nothing in that time.</summary>
    Timeout,

    /// <summary>The library failed on this content: a defect of ours, worth reporting.</summary>
    InternalError,
}

/// <summary>No document could be had from the input. The one exception that a well-formed call to a parse throws, cancellation apart.</summary>
public sealed class UnreadableDocumentException : Exception
{
    /// <summary>A failure of the given kind.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">What is wrong, and what the caller can do about it.</param>
    /// <param name="inner">What was thrown below, if anything.</param>
    public UnreadableDocumentException(UnreadableReason reason, string message, Exception? inner = null)
        : base(message, inner) => Reason = reason;

    /// <summary>Why no document could be had.</summary>
    public UnreadableReason Reason { get; }
}
