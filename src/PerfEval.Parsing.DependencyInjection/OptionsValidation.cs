using Microsoft.Extensions.Options;

namespace PerfEval.Parsing.DependencyInjection;

/// <summary>Says of impossible options everything that is wrong with them, at the start of the host.</summary>
internal sealed class OptionsValidation : IValidateOptions<PerfEvalParsingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PerfEvalParsingOptions options)
    {
        var faults = options.Faults.Concat(LimitFaults(options)).Concat(NullFaults(options.Passwords, nameof(options.Passwords))).Concat(NullFaults(options.Vocabulary, nameof(options.Vocabulary))).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> LimitFaults(PerfEvalParsingOptions options)
    {
        if (options.Limits is null)
            return [$"{nameof(PerfEvalParsingOptions)}.{nameof(options.Limits)} is null."];
        try
        {
            options.Limits.Validate();
            return [];
        }
        catch (ArgumentException e)
        {
            return [e.Message];
        }
    }

    private static IEnumerable<string> NullFaults<T>(IList<T> list, string option)
        where T : class =>
        from index in Enumerable.Range(0, list.Count)
        where list[index] is null
        select $"{nameof(PerfEvalParsingOptions)}.{option}[{index}] is null.";
}
