using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing;

/// <summary>
/// Reads reports. START HERE: <c>ReportParser.Default.ParseFile("report.docx").Report</c> is the one-line way; the whole path of a document is ParsePath.cs.
/// A parser is immutable: make one, keep it, and let as many threads as you like use it at once.
/// </summary>
/// <remarks>
/// <para>Every way in gives the same <see cref="ParseResult"/>, for one document and for many. <c>Parse…</c> throws <see cref="UnreadableDocumentException"/> where no document can
/// be had; <c>TryParse…</c> never throws for a document's sake: its result has the status <see cref="ParseStatus.Unreadable"/> and says why. Both throw
/// <see cref="ArgumentException"/> for a wrong call and <see cref="OperationCanceledException"/> where they are cancelled.</para>
/// <para>Parsing is computation: what is asynchronous here is only the reading of the file or stream; the parse itself runs on the thread on which the reading ended.</para>
/// <para><see cref="ParseLimits"/> bounds what a document may cost, and every file ends in a result or in <see cref="UnreadableDocumentException"/> as far as managed code
/// can see to it. Within one process nobody can stop the libraries below from exhausting the stack, which ends the process, or from computing for ever: the
/// XML, HTML and PDF libraries are guarded against the known ways to make them, not against unknown ones. Where files come from strangers or by the hundred
/// thousand, parse in worker processes: that is what PerfEval.Parsing.Ingestion is for.</para>
/// </remarks>
public sealed class ReportParser
{
    private readonly ObservedPath _path;

    /// <summary>A parser.</summary>
    /// <param name="options">How to parse; the defaults if left out.</param>
    /// <exception cref="ArgumentException">An option has an impossible value.</exception>
    public ReportParser(ReportParserOptions? options = null)
        : this(options, null)
    {
    }

    /// <summary>A parser whose owner is told how each parse ends.</summary>
    internal ReportParser(ReportParserOptions? options, Action<ParseOutcome>? observer)
    {
        Options = options ?? ReportParserOptions.Default;
        Options.Validate();
        _path = new ObservedPath(new ParsePath(Options), observer);
    }

    /// <summary>A parser with the default options.</summary>
    public static ReportParser Default { get; } = new();

    /// <summary>How this parser parses.</summary>
    public ReportParserOptions Options { get; }

    /// <summary>Parses a file.</summary>
    /// <param name="path">The file's path; it becomes <see cref="ReportSource.Path"/>.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>The reports in the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="UnreadableDocumentException">No document can be had from the file.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public ParseResult ParseFile(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        cancellationToken.ThrowIfCancellationRequested();
        return Parse(_path.Input(() => ParseInput.ReadFile(path, Options.Limits)), path, cancellationToken);
    }

    /// <summary>Parses a file that is read asynchronously.</summary>
    /// <param name="path">The file's path; it becomes <see cref="ReportSource.Path"/>.</param>
    /// <param name="cancellationToken">Stops the reading and the parse.</param>
    /// <returns>The reports in the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="UnreadableDocumentException">No document can be had from the file.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public Task<ParseResult> ParseFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ParseAsync(() => ParseInput.ReadFileAsync(path, Options.Limits, cancellationToken), path, cancellationToken);
    }

    /// <summary>Parses a stream from its position to its end.</summary>
    /// <param name="stream">The stream; it is read, not closed.</param>
    /// <param name="name">A name for the source, which becomes <see cref="ReportSource.Path"/>; its extension is only compared with the content; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>The reports in the stream.</returns>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is null or cannot be read.</exception>
    /// <exception cref="IOException">The stream fails; whatever else it throws comes through too.</exception>
    /// <exception cref="UnreadableDocumentException">No document can be had from the stream.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public ParseResult Parse(Stream stream, string? name = null, CancellationToken cancellationToken = default)
    {
        CheckReadable(stream);
        return Parse(_path.Input(() => ParseInput.Read(stream, Options.Limits, cancellationToken)), name, cancellationToken);
    }

    /// <summary>Parses a stream that is read asynchronously, from its position to its end.</summary>
    /// <param name="stream">The stream; it is read, not closed.</param>
    /// <param name="name">A name for the source, which becomes <see cref="ReportSource.Path"/>; its extension is only compared with the content; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the reading and the parse.</param>
    /// <returns>The reports in the stream.</returns>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is null or cannot be read.</exception>
    /// <exception cref="IOException">The stream fails; whatever else it throws comes through too.</exception>
    /// <exception cref="UnreadableDocumentException">No document can be had from the stream.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public Task<ParseResult> ParseAsync(Stream stream, string? name = null, CancellationToken cancellationToken = default)
    {
        CheckReadable(stream);
        return ParseAsync(() => ParseInput.ReadAsync(stream, Options.Limits, cancellationToken), name, cancellationToken);
    }

    /// <summary>Parses bytes. Reports in this library's own JSON are read back as they were written, their source included.</summary>
    /// <param name="bytes">The whole file; it must not change meanwhile.</param>
    /// <param name="name">A name for the source, which becomes <see cref="ReportSource.Path"/>; its extension is only compared with the content; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>The reports in the bytes.</returns>
    /// <exception cref="UnreadableDocumentException">No document can be had from the bytes.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public ParseResult Parse(ReadOnlyMemory<byte> bytes, string? name = null, CancellationToken cancellationToken = default) =>
        Parse(bytes, name, new ParseProgress(), cancellationToken);

    /// <summary>Parses text that is already decoded, as from a .txt file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">A name for the source, which becomes <see cref="ReportSource.Path"/>; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>The reports in the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="UnreadableDocumentException">The text is empty.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public ParseResult ParseText(string text, string? name = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _path.ParseText(text, name, cancellationToken);
    }

    /// <summary>Parses bytes without throwing for the document's sake.</summary>
    /// <param name="bytes">The whole file; it must not change meanwhile.</param>
    /// <param name="result">What the bytes gave; where that is nothing, why: <see cref="ParseResult.Failure"/>. Never null.</param>
    /// <param name="name">A name for the source, which becomes <see cref="ReportSource.Path"/>; its extension is only compared with the content; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>Whether there is at least one report.</returns>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public bool TryParseBytes(ReadOnlyMemory<byte> bytes, out ParseResult result, string? name = null, CancellationToken cancellationToken = default) =>
        Try(() => Parse(bytes, name, cancellationToken), name, out result);

    /// <summary>Parses a stream from its position to its end, without throwing for the document's sake.</summary>
    /// <param name="stream">The stream; it is read, not closed.</param>
    /// <param name="result">What the stream gave; where that is nothing, why: <see cref="ParseResult.Failure"/>. Never null.</param>
    /// <param name="name">A name for the source, which becomes <see cref="ReportSource.Path"/>; its extension is only compared with the content; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>Whether there is at least one report.</returns>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is null or cannot be read.</exception>
    /// <exception cref="IOException">The stream fails; whatever else it throws comes through too.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public bool TryParseStream(Stream stream, out ParseResult result, string? name = null, CancellationToken cancellationToken = default) =>
        Try(() => Parse(stream, name, cancellationToken), name, out result);

    /// <summary>Parses a file without throwing for its sake; also a file that is missing or may not be read is a result.</summary>
    /// <param name="path">The file's path; it becomes <see cref="ReportSource.Path"/>.</param>
    /// <param name="result">What the file gave; where that is nothing, why: <see cref="ParseResult.Failure"/>. Never null.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>Whether there is at least one report.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public bool TryParseFile(string path, out ParseResult result, CancellationToken cancellationToken = default) =>
        Try(() => ParseFile(path, cancellationToken), path, out result);

    /// <summary>Parses decoded text without throwing for its sake.</summary>
    /// <param name="text">The text.</param>
    /// <param name="result">What the text gave; where that is nothing, why: <see cref="ParseResult.Failure"/>. Never null.</param>
    /// <param name="name">A name for the source, which becomes <see cref="ReportSource.Path"/>; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>Whether there is at least one report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public bool TryParseText(string text, out ParseResult result, string? name = null, CancellationToken cancellationToken = default) =>
        Try(() => ParseText(text, name, cancellationToken), name, out result);

    /// <summary>Parses a stream that is read asynchronously, without throwing for the document's sake.</summary>
    /// <param name="stream">The stream; it is read, not closed.</param>
    /// <param name="name">A name for the source, which becomes <see cref="ReportSource.Path"/>; its extension is only compared with the content; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>What the stream gave; where that is nothing, why: <see cref="ParseResult.Failure"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is null or cannot be read.</exception>
    /// <exception cref="IOException">The stream fails; whatever else it throws comes through too.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public Task<ParseResult> TryParseStreamAsync(Stream stream, string? name = null, CancellationToken cancellationToken = default) =>
        TryAsync(ParseAsync(stream, name, cancellationToken), name);

    /// <summary>Parses a file that is read asynchronously, without throwing for its sake; also a file that is missing or may not be read is a result.</summary>
    /// <param name="path">The file's path; it becomes <see cref="ReportSource.Path"/>.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>What the file gave; where that is nothing, why: <see cref="ParseResult.Failure"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public Task<ParseResult> TryParseFileAsync(string path, CancellationToken cancellationToken = default) =>
        TryAsync(ParseFileAsync(path, cancellationToken), path);

    /// <summary>Parses many files, several at once, and yields what became of each in the order of the paths. A file that cannot be read is a result like the others.</summary>
    /// <param name="paths">The files' paths; they are taken as they are needed, so that the list may be endless.</param>
    /// <param name="parallelism">How many files are parsed at once; as many as there are processors if left out. The results do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work; so does whoever stops listening.</param>
    /// <returns>One result for each path, its <see cref="ParseResult.Name"/> being the path. At most four for each that is parsed wait in memory until they are taken.</returns>
    /// <remarks>For hundreds of thousands of files that must all be accounted for, use PerfEval.Parsing.Ingestion.</remarks>
    /// <exception cref="ArgumentException"><paramref name="paths"/> or one of them is null, or one is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is zero or negative.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IAsyncEnumerable<ParseResult> ParseFilesAsync(IEnumerable<string> paths, int? parallelism = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var jobs = parallelism ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(jobs, nameof(parallelism));
        return OrderedWork.RunAsync(paths, jobs, (path, token) => Attempt(() => ParseFile(path, token), path), cancellationToken);
    }

    /// <summary>Parses bytes under the eyes of a watcher.</summary>
    internal ParseResult Parse(ReadOnlyMemory<byte> bytes, string? name, ParseProgress progress, CancellationToken cancellationToken) =>
        _path.Parse(bytes, name, progress, cancellationToken);

    private async Task<ParseResult> ParseAsync(Func<Task<ReadOnlyMemory<byte>>> read, string? name, CancellationToken cancellationToken) =>
        Parse(await _path.InputAsync(read).ConfigureAwait(false), name, cancellationToken);

    private static bool Try(Func<ParseResult> parse, string? name, out ParseResult result)
    {
        result = Attempt(parse, name);
        return result.Status != ParseStatus.Unreadable;
    }

    private static ParseResult Attempt(Func<ParseResult> parse, string? name)
    {
        try
        {
            return parse();
        }
        catch (UnreadableDocumentException e)
        {
            return ParseResult.Unreadable(name, e);
        }
    }

    private static async Task<ParseResult> TryAsync(Task<ParseResult> parse, string? name)
    {
        try
        {
            return await parse.ConfigureAwait(false);
        }
        catch (UnreadableDocumentException e)
        {
            return ParseResult.Unreadable(name, e);
        }
    }

    private static void CheckReadable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
    }
}
