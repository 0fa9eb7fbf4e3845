using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Reading;

/// <summary>
/// Extension point 1: reads one format. A reader turns bytes into blocks and guesses nothing about the report; it is stateless and may be
/// used by many threads at once.
/// </summary>
public interface IDocumentReader
{
    /// <summary>The format that it reads.</summary>
    DocumentFormat Format { get; }

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="context">The limits, the log and the cancellation of this parse.</param>
    /// <returns>The blocks in reading order.</returns>
    /// <exception cref="UnreadableDocumentException">No document can be had from the bytes.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context);
}

/// <summary>What a reader is given besides the bytes.</summary>
/// <param name="Limits">What the document may cost.</param>
/// <param name="Log">Where odd things are noted.</param>
/// <param name="Cancellation">Looked at with every <see cref="Step"/>.</param>
public sealed record ReadContext(ParseLimits Limits, DiagnosticLog Log, CancellationToken Cancellation)
{
    /// <summary>Passwords to try on protected files, besides the empty one; they are never noted anywhere.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>What stops the parse, and who watches it.</summary>
    internal ParseWatch Watch { get; init; } = new(new ParseProgress(), Limits.MaxDuration, Cancellation);

    /// <summary>The text that telling the format decoded, where it did.</summary>
    internal SniffedText? Sniffed { get; init; }

    /// <summary>
    /// Takes a step: says that the parse goes on, and stops it if it was cancelled or if <see cref="ParseLimits.MaxDuration"/> is long over. Cheap enough
    /// for every element.
    /// </summary>
    /// <exception cref="OperationCanceledException">The parse was cancelled, or took too long. A reader lets it through.</exception>
    public void Step() => Watch.Step();

    /// <summary>Whether reading should end with what it has, because its time is over; that is noted once.</summary>
    internal bool IsTimeUp()
    {
        if (!Watch.IsReadingOver)
            return false;
        if (!Log.Items.Any(d => d.Limit == nameof(ParseLimits.MaxDuration)))
            Log.Reached(nameof(ParseLimits.MaxDuration), Limits.MaxDuration!.Value, "Reading takes longer than", "what was not read by then is missing");
        return true;
    }
}
