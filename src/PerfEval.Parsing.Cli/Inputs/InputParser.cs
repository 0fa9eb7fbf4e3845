using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Cli.Inputs;

/// <summary>Parses one input; what goes wrong with it is part of the result.</summary>
internal sealed class InputParser(ReportParser parser, Stream standardInput)
{
    public InputResult Parse(InputFile input, CancellationToken cancellationToken)
    {
        if (input.ListingError is { } message)
            return InputResult.Failed(input, nameof(UnreadableReason.ReadError), $"The directory cannot be listed: {message}");
        if (input.Path != InputFile.StandardInput && !File.Exists(input.Path))
            return InputResult.Failed(input, InputResult.NotFound, "There is no such file.");
        try
        {
            return Read(input, out var result, cancellationToken)
                ? new InputResult(input, result, null)
                : InputResult.Failed(input, result.Failure!.Reason.ToString(), result.Failure.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect met in one file of thousands must not cost the others.
            return InputResult.Failed(input, nameof(UnreadableReason.InternalError), $"{e.GetType().Name}: {e.Message}");
        }
    }

    private bool Read(InputFile input, out ParseResult result, CancellationToken cancellationToken)
    {
        if (input.Path == InputFile.StandardInput)
            return parser.TryParseStream(standardInput, out result, input.Path, cancellationToken);
        // Pipes and sockets have no length and may never end: found in a directory, they count as empty files.
        if (input.Found && new FileInfo(input.Path) is { LinkTarget: null, Length: 0 })
            return parser.TryParseBytes(ReadOnlyMemory<byte>.Empty, out result, input.Path, cancellationToken);
        return parser.TryParseFile(input.Path, out result, cancellationToken);
    }
}
