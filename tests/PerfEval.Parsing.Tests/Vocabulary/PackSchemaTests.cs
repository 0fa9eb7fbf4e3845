using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Tests.Support.Schema;
using PerfEval.Parsing.Vocabulary;
using PerfEval.Parsing.Vocabulary.Packs;
using Xunit;

namespace PerfEval.Parsing.Tests.Vocabulary;

/// <summary>What the published schema accepts, the library reads, and nothing else; the one thing that a schema cannot say is that a word has two meanings.</summary>
public sealed class PackSchemaTests
{
    private static readonly SchemaValidator Validator = new(PackSchemaGenerator.Generate());

    [Fact]
    public void TheCommittedSchemaIsThatOfTheReader() => Approved.VerifyFile(
        PackSchemaGenerator.Generate(),
        "schema/perfeval-vocabulary.v1.schema.json",
        "The shape of packs changed: properties may be added; packs that were right must stay right (docs/vocabulary.md).");

    [Theory]
    [InlineData("samples/vocabulary/lanchuan-2024.json")]
    public void SamplePacksAreValidAndRead(string path)
    {
        Assert.Empty(Validator.Errors(JsonNode.Parse(Repository.Read(path))));
        Assert.NotEmpty(VocabularyPack.Load(Repository.At(path)).Origin);
    }

    /// <summary>The library's own lists have the shape of packs: whoever reads them can write one.</summary>
    [Fact]
    public void TheLibrarysOwnListsHaveTheShapeOfPacks()
    {
        var pack = new JsonObject
        {
            ["name"] = "own",
            ["origin"] = "own",
            ["headings"] = Own("sections.json", "origins"),
            ["labels"] = Own("labels.json")["fields"]!.DeepClone(),
            ["columns"] = WithoutBlank(Own("columns.json")),
            ["grades"] = Own("grades.json", "national"),
            ["titles"] = Own("titles.json"),
            ["citations"] = Own("citations.json"),
            ["money"] = Own("money.json"),
            ["outline"] = Own("outline.json"),
        };

        Assert.Empty(Validator.Errors(pack));
        using var document = JsonDocument.Parse(pack.ToJsonString());
        new PackCheck(null).Check(document.RootElement, PackShapes.Pack, "");
    }

    [Theory]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"name":"a","origin":" "}""")]
    [InlineData("""{"name":"a","origin":"b","colour":1}""")]
    [InlineData("""{"name":"a","origin":"b","years":[2024.5]}""")]
    [InlineData("""{"name":"a","origin":"b","years":["2024"]}""")]
    [InlineData("""{"name":"a","origin":"b","years":[24]}""")]
    [InlineData("""{"name":"a","origin":"b","headings":{"sections":[{"kind":"problem","phrases":["短板"]}]}}""")]
    [InlineData("""{"name":"a","origin":"b","headings":{"sections":[{"kind":"problems"}]}}""")]
    [InlineData("""{"name":"a","origin":"b","headings":{"cores":[{"core":"短板","kind":"problems","whole":"yes"}]}}""")]
    [InlineData("""{"name":"a","origin":"b","labels":{"project":["事项"]}}""")]
    [InlineData("""{"name":"a","origin":"b","labels":{"projectName":"事项"}}""")]
    [InlineData("""{"name":"a","origin":"b","labels":{"projectName":[""]}}""")]
    [InlineData("""{"name":"a","origin":"b","columns":{"indicator":[{"field":"weight","heads":["配分"]}]}}""")]
    [InlineData("""{"name":"a","origin":"b","grades":{"levels":{"best":["一档"]}}}""")]
    [InlineData("""{"name":"a","origin":"b","money":{"fields":[{"field":"cost","words":["落地"]}]}}""")]
    [InlineData("""{"name":"a","origin":"b","outline":{"outlines":[{"modes":["self"],"subjects":[],"required":[]}]}}""")]
    [InlineData("""[]""")]
    public void WhatTheSchemaRefusesIsNotRead(string json)
    {
        Assert.NotEmpty(Validator.Errors(JsonNode.Parse(json)));
        Assert.Throws<VocabularyException>(() => VocabularyPack.Parse(json));
    }

    [Theory]
    [InlineData("""{"name":"a","origin":"b"}""")]
    [InlineData("""{"$schema":"x","name":"a","origin":"b","region":"c","years":[2024,2025],"version":"1"}""")]
    [InlineData("""{"name":"a","origin":"b","headings":{"sections":[{"kind":"problems","phrases":["短板"],"under":["conclusion"],"notUnder":["abstract"],"origin":"c"}]}}""")]
    [InlineData("""{"name":"a","origin":"b","labels":{},"columns":{"totals":[]}}""")]
    public void WhatTheSchemaAcceptsIsRead(string json)
    {
        Assert.Empty(Validator.Errors(JsonNode.Parse(json)));
        Assert.Equal("a", VocabularyPack.Parse(json).Name);
    }

    private static JsonObject Own(string file, params string[] without)
    {
        var own = JsonNode.Parse(VocabularyFile.Element(file).GetRawText())!.AsObject();
        foreach (var name in without.Append("about"))
            own.Remove(name);
        return own;
    }

    // An empty cell says nothing to every reader; a pack need not say so.
    private static JsonObject WithoutBlank(JsonObject columns)
    {
        columns["blank"]!.AsArray().RemoveAt(0);
        return columns;
    }
}
