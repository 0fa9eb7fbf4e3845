using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.DependencyInjection.Tests;

/// <summary>What the page says is what the code does.</summary>
public sealed class HostingPageTests
{
    public static TheoryData<string> Pages => ["docs/hosting.md", "docs/hosting.zh-CN.md"];

    public static TheoryData<string> AllPages => [.. Pages, "samples/WebApi/README.md"];

    [Theory]
    [MemberData(nameof(AllPages))]
    public void TheCodeThatIsShownIsCompiled(string page)
    {
        var code = Lines(Repository.Read("tests/PerfEval.Parsing.DependencyInjection.Tests/DocumentedUse.cs"));

        Assert.All(new DocsPage(page).Blocks("csharp"), block => Assert.Contains(Lines(block), code, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryLinkOfTheSamplesPageLeadsSomewhere() => Assert.All(
        new DocsPage("samples/WebApi/README.md").Links(), link => Assert.True(File.Exists(Repository.At("samples/WebApi/" + link)), link));

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryKeyOfTheConfigurationIsInTheTable(string page) => Assert.Equal(
        [.. typeof(ParseLimits).GetProperties().Where(p => p.CanWrite).Select(p => "Limits:" + p.Name), .. typeof(PerfEvalParsingOptions).GetProperties().Select(p => p.Name).Where(n => n != "Limits")],
        Rows(page, 2).Select(row => row[0]).Where(key => key.StartsWith("Limits:", StringComparison.Ordinal) || key is "Passwords" or "Vocabulary"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryEventIsInTheTable(string page) => Assert.Equal(
        typeof(ParsingLog).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic).Select(m => (m.Name, Message: m.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(m => m.Message is not null).OrderBy(m => m.Message!.EventId).Select(m => $"{m.Message!.EventId} {m.Name} {m.Message.Level}"),
        Rows(page, 4).Select(row => $"{row[0]} {row[1]} {row[2]}").Where(row => char.IsAsciiDigit(row[0])));

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryNameOfTelemetryIsInTheTable(string page)
    {
        var units = new Dictionary<string, string> { [ParsingTelemetry.ParseActivity] = "" };
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == ParsingTelemetry.Name)
                    units[instrument.Name] = instrument.Unit!;
            },
        };
        ReportParser.Default.ParseText("绩效");
        listener.Start();

        Assert.Equal(5, units.Count);
        Assert.Equal(
            units.Select(u => $"{u.Key} {u.Value}").Order(StringComparer.Ordinal),
            Rows(page, 4).Where(row => units.ContainsKey(row[0])).Select(row => $"{row[0]} {row[2]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheCodeThatIsShownMakesParsers()
    {
        // The tests' working directory is another.
        var section = new DocsPage("docs/hosting.md").Block("json")
            .Replace("samples/vocabulary/", Repository.At("samples/vocabulary/").Replace('\\', '/'), StringComparison.Ordinal);
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(section));
        var services = new ServiceCollection();
        DocumentedUse.FromConfiguration(services, new ConfigurationBuilder().AddJsonStream(json).Build());
        DocumentedUse.WithExtensions(services);
        DocumentedUse.Keyed(services);
        using var provider = services.BuildServiceProvider();
        var inCode = new ServiceCollection();
        DocumentedUse.InCode(inCode);
        using var second = inCode.BuildServiceProvider();

        var parser = provider.GetRequiredService<ReportParser>();
        Assert.Equal(ReportParserOptions.Default.Limits with { MaxFileBytes = 32 << 20, MaxDuration = TimeSpan.FromSeconds(20) }, parser.Options.Limits);
        Assert.Equal(["123456"], parser.Options.Passwords);
        Assert.Single(parser.Options.Vocabulary);
        Assert.IsAssignableFrom<IFactExtractor>(Assert.Single(parser.Options.Extractors));
        Assert.Equal((parser.Options.Limits, "123456"), (second.GetRequiredService<ReportParser>().Options.Limits, second.GetRequiredService<ReportParser>().Options.Passwords.Single()));
        Assert.Equal(TimeSpan.FromMinutes(5), provider.GetRequiredKeyedService<ReportParser>("archive").Options.Limits.MaxDuration);
    }

    /// <summary>The lines without the space around them: how far code is set in differs.</summary>
    private static string Lines(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    /// <summary>The rows of the tables that have at least so many columns, their cells without code marks.</summary>
    private static IEnumerable<string[]> Rows(string page, int columns) =>
        Repository.Read(page).Split('\n').Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray()).Where(row => row.Length >= columns);
}
