using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing.DependencyInjection;

/// <summary>Makes the parser of a host from its options and from the readers and extractors that are registered in it.</summary>
internal static class ParserFactory
{
    public static ReportParser Make(IServiceProvider services, string name) =>
        new(Options(services, name), Observer(services));

    private static ReportParserOptions Options(IServiceProvider services, string name)
    {
        var options = services.GetRequiredService<IOptionsMonitor<PerfEvalParsingOptions>>().Get(name);
        return ReportParserOptions.Default with
        {
            Limits = options.Limits,
            Passwords = [.. options.Passwords],
            Vocabulary = [.. options.Vocabulary],
            // The first that claims a format gets it: a host's reader stands in for the library's.
            Readers = [.. All<IDocumentReader>(services, name), .. ReportParserOptions.Default.Readers],
            Extractors = [.. All<IFactExtractor>(services, name)],
        };
    }

    /// <summary>What is registered for every parser, then what is registered under the key of this one.</summary>
    private static IEnumerable<T> All<T>(IServiceProvider services, string name)
        where T : class =>
        services.GetServices<T>().Concat(name.Length == 0 ? [] : services.GetKeyedServices<T>(name));

    private static Action<ParseOutcome>? Observer(IServiceProvider services) =>
        services.GetService<ILoggerFactory>() is { } loggers ? new ParsingLog(loggers.CreateLogger(typeof(ReportParser).FullName!)).Note : null;
}
