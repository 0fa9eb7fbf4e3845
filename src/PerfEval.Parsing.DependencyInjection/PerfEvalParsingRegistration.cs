using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PerfEval.Parsing;
using PerfEval.Parsing.DependencyInjection;

// Where every AddX stands, so that no using is needed.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>
/// Registers <see cref="ReportParser"/> as a singleton: it is immutable, and all threads of a host may use it at once. Registering twice is harmless: the options
/// add up, and there is one parser. A <see cref="ReportParser"/> that is registered already stays.
/// </summary>
/// <remarks>
/// Every registered <see cref="PerfEval.Parsing.Extracting.IFactExtractor"/> runs after the library's own; every registered
/// <see cref="PerfEval.Parsing.Reading.IDocumentReader"/> comes before those of the library. Both are taken when the parser is made, so register them as
/// singletons. Where the host logs, each parse is logged in the category <c>PerfEval.Parsing.ReportParser</c>, without any text of a document.
/// </remarks>
public static class PerfEvalParsingRegistration
{
    /// <summary>Registers a parser with the default options.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddPerfEvalParsing(this IServiceCollection services) => services.AddPerfEvalParsing(static _ => { });

    /// <summary>Registers a parser with options set in code.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options. Impossible values stop the host at its start with an <see cref="OptionsValidationException"/>.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddPerfEvalParsing(this IServiceCollection services, Action<PerfEvalParsingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        AddOptions(services, Options.Options.DefaultName, configure);
        services.TryAddSingleton(static provider => ParserFactory.Make(provider, Options.Options.DefaultName));
        return services;
    }

    /// <summary>Registers a parser with options from the configuration.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">
    /// The section with the keys <c>Limits</c> and <c>Passwords</c>. It is read when the parser is made; a key that is unknown or a value that is impossible
    /// stops the host at its start with an <see cref="OptionsValidationException"/> that names the key.
    /// </param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddPerfEvalParsing(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddPerfEvalParsing(options => ConfigurationReading.Read(section, options));
    }

    /// <summary>Registers a further parser under a key; <c>[FromKeyedServices("archive")] ReportParser parser</c> gets it.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="key">The key. It is also the name of the options; readers and extractors that are registered under it are used besides those without a key.</param>
    /// <param name="configure">Sets the options of this parser; it has none of the parser without a key.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static IServiceCollection AddKeyedPerfEvalParsing(this IServiceCollection services, string key, Action<PerfEvalParsingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(configure);
        AddOptions(services, key, configure);
        services.TryAddKeyedSingleton(key, static (provider, name) => ParserFactory.Make(provider, (string)name!));
        return services;
    }

    private static void AddOptions(IServiceCollection services, string name, Action<PerfEvalParsingOptions> configure)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PerfEvalParsingOptions>, OptionsValidation>());
        services.AddOptions<PerfEvalParsingOptions>(name).Configure(configure).ValidateOnStart();
    }
}
