using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Parsing.Extracting;

namespace PerfEval.Parsing.DependencyInjection.Tests;

/// <summary>The code that docs/hosting.md shows, so that it compiles and runs.</summary>
internal static class DocumentedUse
{
    public static void InCode(IServiceCollection services)
    {
        services.AddPerfEvalParsing(options =>
        {
            options.Limits = options.Limits with { MaxFileBytes = 32 << 20, MaxDuration = TimeSpan.FromSeconds(20) };
            options.Passwords.Add("123456");
        });
    }

    public static void FromConfiguration(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPerfEvalParsing(configuration.GetSection("PerfEval"));
    }

    public static void WithExtensions(IServiceCollection services)
    {
        services.AddSingleton<IFactExtractor, ContractNumbers>();
    }

    public static void Keyed(IServiceCollection services)
    {
        services.AddKeyedPerfEvalParsing("archive", options => options.Limits = options.Limits with { MaxDuration = TimeSpan.FromMinutes(5) });
    }

    private sealed class ContractNumbers : IFactExtractor
    {
        public void Extract(Structuring.ReportOutline outline, ReportDraft draft)
        {
        }
    }
}
