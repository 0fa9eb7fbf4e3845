using System.Text.Json.Nodes;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.DependencyInjection.Tests.WebApi;

public sealed class OpenApiTests
{
    [Fact]
    public async Task TheDocumentDescribesRequestResponseAndProblems()
    {
        var api = await DocumentAsync();
        var post = api["paths"]!["/reports"]!["post"]!;

        Assert.StartsWith("3.1", api["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("binary", post["requestBody"]!["content"]!["multipart/form-data"]!["schema"]!["properties"]!["file"]!["format"]!.GetValue<string>());
        Assert.NotNull(post["requestBody"]!["content"]!["application/octet-stream"]);
        Assert.Equal("#/components/schemas/Reports", post["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>());
        Assert.Equal(["200", "400", "413", "415", "422", "500", "503", "504"], post["responses"]!.AsObject().Select(r => r.Key));
        Assert.All(post["responses"]!.AsObject().Where(r => r.Key != "200"), r => Assert.Equal(
            "#/components/schemas/Problem", r.Value!["content"]!["application/problem+json"]!["schema"]!["$ref"]!.GetValue<string>()));
    }

    [Fact]
    public async Task EveryReferenceLeadsToASchema()
    {
        var api = await DocumentAsync();
        var schemas = api["components"]!["schemas"]!.AsObject();
        var references = References(api).Distinct().ToList();

        Assert.True(references.Count > 20);
        Assert.All(references, reference => Assert.True(schemas.ContainsKey(reference.Replace("#/components/schemas/", "", StringComparison.Ordinal)), reference));
    }

    [Fact]
    public async Task TheReportIsDescribedByItsPublishedSchema()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;
        var published = JsonNode.Parse(ReportJsonSchema.Text.Replace("#/$defs/", "#/components/schemas/", StringComparison.Ordinal))!.AsObject();
        var definitions = published["$defs"]!.AsObject();
        foreach (var key in (string[])["$defs", "$schema", "$id"])
            published.Remove(key);

        Assert.Equal(Sorted(published), Sorted(schemas["Report"]!));
        Assert.All(definitions, d => Assert.Equal(Sorted(d.Value!), Sorted(schemas[d.Key]!)));
    }

    private static async Task<JsonNode> DocumentAsync()
    {
        await using var api = await RunningApi.StartAsync();
        return JsonNode.Parse(await api.Client.GetStringAsync("/openapi/v1.json"))!;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p is { Key: "$ref", Value: JsonValue v } ? [v.GetValue<string>()] : References(p.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };

    /// <summary>The same in an order of its own: members of objects, and the values of lists that are sets.</summary>
    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject o => $"{{{string.Join(',', o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Sorted(p.Value)}"))}}}",
        JsonArray a => $"[{string.Join(',', a.Select(Sorted).Order(StringComparer.Ordinal))}]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
