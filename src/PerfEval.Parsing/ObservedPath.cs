using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing;

/// <summary>The path of a document as seen from outside: whatever comes through the doors of a parser is observed once, however it ends.</summary>
/// <param name="path">The path.</param>
/// <param name="observer">Is told how each parse ends, besides the listeners of the process.</param>
internal sealed class ObservedPath(ParsePath path, Action<ParseOutcome>? observer)
{
    /// <summary>Bytes to reports.</summary>
    public ParseResult Parse(ReadOnlyMemory<byte> bytes, string? name, ParseProgress progress, CancellationToken cancellationToken)
    {
        var observation = ParseObservation.Begin(bytes, observer);
        var format = Reading.DocumentFormat.Unknown;
        ParseResult result;
        try
        {
            result = path.Parse(bytes, name, ref format, progress, cancellationToken);
        }
        catch (Exception e)
        {
            observation.End(format, null, e);
            throw;
        }

        observation.End(format, result, null);
        return result;
    }

    /// <summary>Decoded text to reports.</summary>
    public ParseResult ParseText(string text, string? name, CancellationToken cancellationToken)
    {
        var observation = ParseObservation.Begin(default, observer);
        ParseResult result;
        try
        {
            result = path.ParseText(text, name, cancellationToken);
        }
        catch (Exception e)
        {
            observation.End(Reading.DocumentFormat.Txt, null, e);
            throw;
        }

        observation.End(Reading.DocumentFormat.Txt, result, null);
        return result;
    }

    /// <summary>Bytes that are read from somewhere; a file that is refused before it was read is observed here.</summary>
    public ReadOnlyMemory<byte> Input(Func<ReadOnlyMemory<byte>> read)
    {
        try
        {
            return read();
        }
        catch (UnreadableDocumentException e)
        {
            Refused(e);
            throw;
        }
    }

    /// <summary>The same for bytes that are read asynchronously.</summary>
    public async Task<ReadOnlyMemory<byte>> InputAsync(Func<Task<ReadOnlyMemory<byte>>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (UnreadableDocumentException e)
        {
            Refused(e);
            throw;
        }
    }

    private void Refused(UnreadableDocumentException error) =>
        ParseObservation.Begin(default, observer).End(Reading.DocumentFormat.Unknown, null, error);
}
