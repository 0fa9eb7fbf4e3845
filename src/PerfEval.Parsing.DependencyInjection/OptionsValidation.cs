using Microsoft.Extensions.Options;

namespace PerfEval.Parsing.DependencyInjection;

/// <summary>Says of impossible options everything that is wrong with them, at the start of the host.</summary>
internal sealed class OptionsValidation : IValidateOptions<PerfEvalParsingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PerfEvalParsingOptions options)
    {
        var faults = options.Faults.Concat(LimitFaults(options)).Concat(PasswordFaults(options)).ToList();
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

    private static IEnumerable<string> PasswordFaults(PerfEvalParsingOptions options) =>
        from index in Enumerable.Range(0, options.Passwords.Count)
        where options.Passwords[index] is null
        select $"{nameof(PerfEvalParsingOptions)}.{nameof(options.Passwords)}[{index}] is null.";
}
