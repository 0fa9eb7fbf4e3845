using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;
using Xunit;

namespace PerfEval.Parsing.DependencyInjection.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void AHostHasOneParser()
    {
        using var provider = new ServiceCollection().AddPerfEvalParsing().BuildServiceProvider(validateScopes: true);
        using var scope = provider.CreateScope();

        Assert.Same(provider.GetRequiredService<ReportParser>(), scope.ServiceProvider.GetRequiredService<ReportParser>());
        Assert.Equal("docx", provider.GetRequiredService<ReportParser>().Parse(Documents.Docx).Report.Source.Format);
    }

    [Fact]
    public void RegisteringTwiceAddsOptionsUpAndMakesOneParser()
    {
        var services = new ServiceCollection().AddPerfEvalParsing(o => o.Limits = o.Limits with { MaxBlocks = 3 }).AddPerfEvalParsing(o => o.Passwords.Add("123"));
        using var provider = services.BuildServiceProvider();

        Assert.Single(services, s => s.ServiceType == typeof(ReportParser));
        Assert.Equal(ParseStatus.Partial, provider.GetRequiredService<ReportParser>().Parse(Encoding.UTF8.GetBytes(Documents.Text)).Status);
    }

    [Fact]
    public void AParserOfTheHostsOwnStays()
    {
        using var provider = new ServiceCollection().AddSingleton(ReportParser.Default).AddPerfEvalParsing().BuildServiceProvider();

        Assert.Same(ReportParser.Default, provider.GetRequiredService<ReportParser>());
    }

    [Fact]
    public void RegisteredExtractorsAndReadersAreUsed()
    {
        var (extractor, reader) = (new HostExtractor(), new SlowReader());
        reader.LetGo();
        using var provider = new ServiceCollection().AddPerfEvalParsing()
            .AddSingleton<IFactExtractor>(extractor).AddSingleton<IDocumentReader>(reader).BuildServiceProvider();

        provider.GetRequiredService<ReportParser>().Parse(Encoding.UTF8.GetBytes(Documents.Text));

        Assert.Equal(1, extractor.Calls);
        Assert.True(reader.Started.IsCompleted);
    }

    [Fact]
    public void AKeyedParserHasOptionsAndExtractorsOfItsOwnBesidesThoseOfAll()
    {
        var (shared, own) = (new HostExtractor(), new HostExtractor());
        using var provider = new ServiceCollection()
            .AddPerfEvalParsing()
            .AddKeyedPerfEvalParsing("first pages", o => o.Limits = o.Limits with { MaxBlocks = 3 })
            .AddSingleton<IFactExtractor>(shared).AddKeyedSingleton<IFactExtractor>("first pages", own).BuildServiceProvider();
        var bytes = Encoding.UTF8.GetBytes(Documents.Text);

        Assert.Equal(ParseStatus.Complete, provider.GetRequiredService<ReportParser>().Parse(bytes).Status);
        Assert.Equal(ParseStatus.Partial, provider.GetRequiredKeyedService<ReportParser>("first pages").Parse(bytes).Status);
        Assert.Equal((2, 1), (shared.Calls, own.Calls));
    }

    [Fact]
    public void AWrongCallIsToldAtOnce()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>(() => PerfEvalParsingRegistration.AddPerfEvalParsing(null!));
        Assert.Throws<ArgumentNullException>(() => services.AddPerfEvalParsing((Action<PerfEvalParsingOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddPerfEvalParsing((Microsoft.Extensions.Configuration.IConfiguration)null!));
        Assert.Throws<ArgumentException>(() => services.AddKeyedPerfEvalParsing("", _ => { }));
    }
}
