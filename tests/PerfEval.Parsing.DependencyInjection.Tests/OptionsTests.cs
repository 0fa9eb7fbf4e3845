using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PerfEval.Parsing.Reading;
using Xunit;

namespace PerfEval.Parsing.DependencyInjection.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void ConfigurationSetsLimitsAndPasswords()
    {
        var options = Read(("Limits:MaxDuration", "00:00:30"), ("limits:maxfilebytes", "1048576"), ("Limits:MaxPages", ""), ("Passwords:0", "123"), ("Passwords:1", "456"));

        Assert.Equal(ParseLimits.Default with { MaxDuration = TimeSpan.FromSeconds(30), MaxFileBytes = 1 << 20 }, options.Limits);
        Assert.Equal(["123", "456"], options.Passwords);
    }

    [Fact]
    public void EveryLimitHasAKey()
    {
        foreach (var limit in typeof(ParseLimits).GetProperties().Where(p => p.CanWrite))
        {
            var limits = Read(($"Limits:{limit.Name}", limit.PropertyType == typeof(TimeSpan?) ? "00:00:07" : "7")).Limits;
            Assert.Equal(limit.PropertyType == typeof(TimeSpan?) ? "00:00:07" : "7", $"{limit.GetValue(limits)}");
            Assert.Single(typeof(ParseLimits).GetProperties().Where(p => p.CanWrite), p => !Equals(p.GetValue(limits), p.GetValue(ParseLimits.Default)));
        }
    }

    [Theory]
    [InlineData("Limits:MaxPagse", "7", "PerfEval:Limits:MaxPagse: no limit has this name")]
    [InlineData("Limits:MaxPages", "many", "PerfEval:Limits:MaxPages: 'many' cannot be read; it is a whole number.")]
    [InlineData("Limits:MaxPages", "3000000000", "PerfEval:Limits:MaxPages: '3000000000' cannot be read")]
    [InlineData("Limits:MaxDuration", "30", "PerfEval:Limits:MaxDuration: '30' cannot be read; it is a time as 00:00:30.")]
    [InlineData("Limits:MaxDuration", "-00:00:30", "ParseLimits.MaxDuration")]
    [InlineData("Limits:MaxDepth", "0", "ParseLimits.MaxDepth is 0; every limit must be positive.")]
    [InlineData("Limits", "strict", "PerfEval:Limits: holds one value")]
    [InlineData("Pasword", "123", "PerfEval:Pasword: no option has this name")]
    [InlineData("Passwords", "123", "PerfEval:Passwords: holds one value; it is a list.")]
    public void WhatCannotBeMeantIsNamed(string key, string value, string message)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PacksAreFilesInTheConfiguration()
    {
        var pack = Path.GetTempFileName();
        try
        {
            File.WriteAllText(pack, """{"name":"甲省","origin":"invented","labels":{"projectName":["工程名"]}}""");
            Assert.Equal("甲省", Assert.Single(Read(("Vocabulary:0", pack)).Vocabulary).Name);

            File.WriteAllText(pack, """{"name":"甲省"}""");
            var fault = Assert.Throws<OptionsValidationException>(() => Read(("Vocabulary:0", pack))).Message;
            Assert.Contains("PerfEval:Vocabulary: ", fault, StringComparison.Ordinal);
            Assert.Contains("origin", fault, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(pack);
        }

        Assert.Contains("PerfEval:Vocabulary: ", Assert.Throws<OptionsValidationException>(() => Read(("Vocabulary:0", pack))).Message, StringComparison.Ordinal);
        Assert.Contains("Vocabulary[0] is null", Assert.Throws<OptionsValidationException>(() => Read(o => o.Vocabulary.Add(null!))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EverythingThatIsWrongIsSaidAtOnceAndNoPasswordIsQuoted()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read(("Limits:MaxPages", "many"), ("Limits:MaxDepth", "0"), ("Passwords", Documents.Marker)));

        Assert.Equal(3, failure.Failures.Count());
        Assert.DoesNotContain(Documents.Marker, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OptionsSetInCodeAreValidatedToo()
    {
        Assert.Contains("Limits is null", Assert.Throws<OptionsValidationException>(() => Read(o => o.Limits = null!)).Message, StringComparison.Ordinal);
        Assert.Contains("Passwords[1] is null", Assert.Throws<OptionsValidationException>(() => Read(o => { o.Passwords.Add(""); o.Passwords.Add(null!); })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHostWithImpossibleOptionsDoesNotStart()
    {
        using var provider = new ServiceCollection().AddPerfEvalParsing(o => o.Limits = o.Limits with { MaxPages = -1 }).BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    private static PerfEvalParsingOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => "PerfEval:" + s.Key, s => (string?)s.Value)).Build();
        return Options(new ServiceCollection().AddPerfEvalParsing(configuration.GetSection("PerfEval")));
    }

    private static PerfEvalParsingOptions Read(Action<PerfEvalParsingOptions> configure) => Options(new ServiceCollection().AddPerfEvalParsing(configure));

    private static PerfEvalParsingOptions Options(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<PerfEvalParsingOptions>>().Value;
    }
}
