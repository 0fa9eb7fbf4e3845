using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Samples;

/// <summary>The sample reports from bytes to JSON, against what a person read in them: the .expected.json beside this file.</summary>
public sealed class SampleFactsTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("rural-water-2023.docx")]
    [InlineData("rural-water-2023.pdf")]
    [InlineData("road-maintenance-2023.txt")]
    [InlineData("public-toilets-2023.html")]
    public void WhatAPersonReadsInASampleIsRead(string sample)
    {
        var result = ReportParser.Default.ParseFile(Repository.At($"samples/reports/{sample}"));
        var expected = JsonNode.Parse(Repository.Read($"tests/PerfEval.Parsing.Tests/Samples/{sample}.expected.json"))!;

        Assert.Equal(ParseStatus.Complete, result.Status);
        Assert.Single(result.Reports);
        var json = new JsonReportWriter().Write(result.Report);
        Assert.DoesNotContain("bookmark", json, StringComparison.Ordinal);
        var differences = Differences("", expected, JsonNode.Parse(json)).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>Objects may hold more than is expected; lists and values must be equal.</summary>
    private static IEnumerable<string> Differences(string pointer, JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject e, JsonObject a) => e.SelectMany(property => Differences($"{pointer}/{property.Key}", property.Value, a[property.Key])),
        (JsonArray e, JsonArray a) when e.Count == a.Count => e.SelectMany((item, i) => Differences($"{pointer}/{i}", item, a[i])),
        _ when Text(expected) == Text(actual) => [],
        _ => [$"{pointer}: expected {Text(expected)} but was {Text(actual)}"],
    };

    private static string Text(JsonNode? node) => node?.ToJsonString(Readable) ?? "null";
}
