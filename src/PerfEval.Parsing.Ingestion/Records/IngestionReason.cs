namespace PerfEval.Parsing.Ingestion.Records;

/// <summary>
/// The closed list of reasons why a file is not simply complete. Names are stable: they stand in every sink and are what <c>--retry</c> takes.
/// <see cref="ReasonRules"/> says of each what family it is of and whether another try can help.
/// </summary>
public enum IngestionReason
{
    /// <summary>Input: the path that was named does not exist.</summary>
    NotFound,

    /// <summary>Input: this system cannot open the path under its name.</summary>
    PathUnrepresentable,

    /// <summary>Input: the file or directory may not be read.</summary>
    AccessDenied,

    /// <summary>Input: a pipe, socket or device.</summary>
    NotRegularFile,

    /// <summary>Input: the disk or share failed while the file was read.</summary>
    ReadError,

    /// <summary>Input: the file was written to while it was read, twice.</summary>
    ChangedDuringRead,

    /// <summary>Input: no bytes.</summary>
    Empty,

    /// <summary>Input: longer than <c>ParseLimits.MaxFileBytes</c>.</summary>
    TooLarge,

    /// <summary>Recognition: the content is of no known format.</summary>
    UnknownFormat,

    /// <summary>Recognition: the format is known but not read (.doc, .wps, .xls, .ofd, pictures …).</summary>
    UnsupportedFormat,

    /// <summary>Container: protected by a password or by rights management.</summary>
    Encrypted,

    /// <summary>Container: the file ends too early for anything to be read.</summary>
    Truncated,

    /// <summary>Container: damaged so that nothing can be read.</summary>
    Corrupt,

    /// <summary>Container: a checksum does not fit.</summary>
    CrcMismatch,

    /// <summary>Container: longer or shorter than the archive says.</summary>
    LengthMismatch,

    /// <summary>Container: the directory is damaged; entries were found by their own headers.</summary>
    ArchiveSalvaged,

    /// <summary>Container: more entries than the limit; the rest was not enumerated.</summary>
    EntryLimit,

    /// <summary>Container: inflates beyond the allowed ratio.</summary>
    RatioLimit,

    /// <summary>Container: inflates beyond the allowed size.</summary>
    SizeLimit,

    /// <summary>Container: archives within archives, too deep.</summary>
    NestingLimit,

    /// <summary>Content: malformed XML; what stands before the fault was read.</summary>
    XmlMalformed,

    /// <summary>Content: a damaged stream; what could be decoded of it was read.</summary>
    StreamCorrupt,

    /// <summary>Content: a stream packed in a way that is not read.</summary>
    FilterUnsupported,

    /// <summary>Content: a damaged or missing page.</summary>
    PageUnreadable,

    /// <summary>Content: a font does not say which characters its glyphs are.</summary>
    FontUnmapped,

    /// <summary>Content: text that is unreadable in places.</summary>
    TextGarbled,

    /// <summary>Content: pages, or all pages, are pictures.</summary>
    NoTextLayer,

    /// <summary>Content: no text at all.</summary>
    NoText,

    /// <summary>Content: the whole text is unreadable.</summary>
    Garbled,

    /// <summary>Content: a list of reports says of a file that it could not be parsed.</summary>
    ReportMissing,

    /// <summary>Content: a limit was reached; what lies beyond is missing.</summary>
    LimitReached,

    /// <summary>Content: a limit was passed before anything could be read.</summary>
    LimitExceeded,

    /// <summary>Resource: longer than the time for one file.</summary>
    Timeout,

    /// <summary>Resource: no progress for the stall time.</summary>
    Stalled,

    /// <summary>Resource: more memory than a worker may take.</summary>
    MemoryLimit,

    /// <summary>Resource: the result is longer than the limit.</summary>
    OutputLimit,

    /// <summary>Resource: the worker overflowed its stack.</summary>
    StackOverflow,

    /// <summary>Resource: the worker read or wrote memory that is not its own.</summary>
    AccessViolation,

    /// <summary>Resource: a signal ended the worker; the detail names it.</summary>
    WorkerSignal,

    /// <summary>Resource: the worker ended by itself; the detail gives its exit code.</summary>
    WorkerExit,

    /// <summary>Resource: the worker's answer was no answer.</summary>
    ProtocolError,

    /// <summary>Defect: the library failed on this content.</summary>
    InternalError,

    /// <summary>Defect: an extractor of the host's own failed, or noted an error; what it reads is missing.</summary>
    ExtractorFailed,

    /// <summary>Rule: this content was ingested before, with this version and these options.</summary>
    AlreadyDone,

    /// <summary>Rule: an office program's or operating system's own file (<c>~$*.docx</c>, <c>.DS_Store</c>, <c>Thumbs.db</c>, <c>__MACOSX/</c>).</summary>
    SystemFile,

    /// <summary>Rule: left out by the include and exclude patterns.</summary>
    Excluded,

    /// <summary>Rule: a symbolic link, and links are not followed, or it leads out of the root, or to where the run was already.</summary>
    SymbolicLink,
}
