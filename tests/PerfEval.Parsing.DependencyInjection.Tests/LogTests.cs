using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;
using Xunit;

namespace PerfEval.Parsing.DependencyInjection.Tests;

public sealed class LogTests
{
    [Fact]
    public void AWholeDocumentIsLoggedForDebuggingOnly()
    {
        var logged = Assert.Single(Log(parser => parser.Parse(Documents.Docx, "report.docx")));

        Assert.Equal((LogLevel.Debug, 1), (logged.Level, logged.Id.Id));
        Assert.Contains($"Parsed document {Convert.ToHexStringLower(SHA256.HashData(Documents.Docx))[..12]} (docx, {Documents.Docx.Length} bytes): 1 reports in", logged.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void APartialDocumentIsLoggedWithTheIdsOfItsDiagnostics()
    {
        var logged = Assert.Single(Log(parser => parser.Parse(Encoding.UTF8.GetBytes(Documents.Text)), o => o.Limits = o.Limits with { MaxBlocks = 3 }));

        Assert.Equal((LogLevel.Information, 2), (logged.Level, logged.Id.Id));
        Assert.Contains(DiagnosticCode.LimitReached.Id, logged.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnreadableDocumentIsAWarningWithItsReason()
    {
        var logged = Assert.Single(Log(parser => Assert.Throws<UnreadableDocumentException>(() => parser.Parse("GIF89a"u8.ToArray()))));

        Assert.Equal((LogLevel.Warning, 3), (logged.Level, logged.Id.Id));
        Assert.Contains("NoTextLayer", logged.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void ACancelledParseIsLoggedForDebuggingOnly()
    {
        var logged = Assert.Single(Log(parser => Assert.Throws<OperationCanceledException>(() => parser.Parse(Documents.Docx, null, new CancellationToken(true)))));

        Assert.Equal((LogLevel.Debug, 4), (logged.Level, logged.Id.Id));
    }

    [Fact]
    public void ADefectIsAnErrorWithTheKindOfItsException()
    {
        var logged = Assert.Single(Log(
            parser => Assert.Throws<UnreadableDocumentException>(() => parser.Parse(Documents.Marked)), extend: services => services.AddSingleton<IDocumentReader, FailingReader>()));

        Assert.Equal((LogLevel.Error, 5), (logged.Level, logged.Id.Id));
        Assert.Contains("FormatException", logged.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void NoMessageTellsWhatStandsInADocumentOrHowItIsCalled()
    {
        var bytes = Documents.Marked;
        var name = $"/home/{Documents.Marker}/{Documents.Marker}.docx";
        var messages = new List<Logged>();
        messages.AddRange(Log(parser => Assert.Contains(Documents.Marker, parser.Parse(bytes, name).Report.Title!, StringComparison.Ordinal), o => o.Passwords.Add(Documents.Marker)));
        messages.AddRange(Log(parser => parser.Parse(bytes, name), o => o.Limits = o.Limits with { MaxBlocks = 3 }));
        messages.AddRange(Log(parser => Assert.Throws<UnreadableDocumentException>(() => parser.Parse(Documents.BrokenJson, name))));
        messages.AddRange(Log(parser => Assert.Throws<UnreadableDocumentException>(() => parser.Parse(bytes, name)), extend: services => services.AddSingleton<IDocumentReader, FailingReader>()));
        messages.AddRange(Log(parser => parser.Parse(bytes, name), extend: services => services.AddSingleton<IFactExtractor>(new HostExtractor(fails: true))));
        messages.AddRange(Log(parser => Assert.False(parser.TryParseFile(name, out _))));
        messages.AddRange(Log(parser => Assert.Throws<OperationCanceledException>(() => parser.Parse(bytes, name, new CancellationToken(true)))));

        Assert.Equal([1, 2, 3, 5, 2, 3, 4], messages.Select(m => m.Id.Id));
        Assert.All(messages, m => Assert.DoesNotContain(Documents.Marker, m.Everything, StringComparison.Ordinal));
        Assert.All(messages, m => Assert.DoesNotContain("home", m.Everything, StringComparison.Ordinal));
    }

    private static Logged[] Log(Action<ReportParser> parse, Action<PerfEvalParsingOptions>? configure = null, Action<IServiceCollection>? extend = null)
    {
        using var recording = new Recording();
        var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(recording)).AddPerfEvalParsing(configure ?? (_ => { }));
        extend?.Invoke(services);
        using var provider = services.BuildServiceProvider();
        parse(provider.GetRequiredService<ReportParser>());
        return [.. recording.OfParser];
    }
}
