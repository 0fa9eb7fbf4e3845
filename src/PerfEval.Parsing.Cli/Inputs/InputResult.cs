namespace PerfEval.Parsing.Cli.Inputs;

/// <summary>What became of one input: exactly one of the two is there.</summary>
/// <param name="Input">The input.</param>
/// <param name="Result">Its reports.</param>
/// <param name="Error">Why there are none.</param>
internal sealed record InputResult(InputFile Input, ParseResult? Result, InputError? Error)
{
    /// <summary>The one code that is not an <see cref="Diagnostics.UnreadableReason"/>: the library is never asked about a file that is not there.</summary>
    public const string NotFound = nameof(NotFound);

    public static InputResult Failed(InputFile input, string code, string message) => new(input, null, new InputError(code, message));
}

/// <summary>Why an input could not be parsed.</summary>
/// <param name="Code">A stable name.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record InputError(string Code, string Message);
