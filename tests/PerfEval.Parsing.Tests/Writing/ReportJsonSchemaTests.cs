using System.Globalization;
using System.Text.Json.Nodes;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Tests.Support.Schema;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

public sealed class ReportJsonSchemaTests
{
    [Fact]
    public void TheCommittedSchemaIsTheOneOfTheModel() => Approved.VerifyFile(
        SchemaGenerator.Generate(),
        "schema/perfeval-report.v1.schema.json",
        "The shape or the words of the model changed: decide the version (docs/schema.md). Fields and words may be added, that is a new minor version; anything else is a new major one.");

    [Fact]
    public void TheLibraryCarriesTheCommittedSchema() => Assert.Equal(Repository.Read("schema/perfeval-report.v1.schema.json"), ReportJsonSchema.Text);

    [Theory]
    [InlineData("samples/reports/rural-water-2023.docx")]
    [InlineData("samples/reports/rural-water-2023.pdf")]
    [InlineData("samples/reports/road-maintenance-2023.txt")]
    [InlineData("samples/reports/public-toilets-2023.html")]
    [InlineData("tests/PerfEval.Parsing.Tests/Corpus/yunling-three-forms.txt")]
    [InlineData("tests/PerfEval.Parsing.Tests/Corpus/longyuan-threeyears.pdf")]
    public void WhatAParseGivesIsValid(string document)
    {
        foreach (var report in ReportParser.Default.ParseFile(Repository.At(document)).Reports)
            Assert.Empty(Validator.Errors(JsonNode.Parse(new JsonReportWriter().Write(report))));
    }

    [Fact]
    public void AReportWithEveryFieldAndOneWithNoneAreValid()
    {
        Assert.Empty(Validator.Errors(Full()));
        Assert.Empty(Validator.Errors(JsonNode.Parse(new JsonReportWriter().Write(new PerformanceReport()))));
    }

    [Theory]
    [InlineData("/subject", "\"household\"", "/subject is no word of the list")]
    [InlineData("/subject", "null", "/subject is no string")]
    [InlineData("/grade/level", "\"Good\"", "/grade/level is no word of the list")]
    [InlineData("/title", "5", "/title is no string or null")]
    [InlineData("/fiscalYears", "[2023.5]", "/fiscalYears/0 is no integer")]
    [InlineData("/score/value", "\"89.5\"", "/score/value is no number")]
    [InlineData("/reportDate", "\"2024-13\"", "/reportDate does not match")]
    [InlineData("/reportDate", "\"2024年5月\"", "/reportDate does not match")]
    [InlineData("/schemaVersion", "\"2\"", "/schemaVersion is not 1")]
    [InlineData("/source/sha256", "\"ABC\"", "/source/sha256 does not match")]
    [InlineData("/sections/0/kinds", "[\"weather\"]", "/sections/0/kinds/0 is no word of the list")]
    [InlineData("/sections/0/blocks/0/type", "\"formula\"", "/sections/0/blocks/0 fits none of the alternatives")]
    [InlineData("/sections/0/children/0/children/0/level", "-1", "/sections/0/children/0/children/0/level is less than 0")]
    [InlineData("/evidence", "[]", "/evidence is no object")]
    [InlineData("/evidence", "{\"title\":{}}", "/evidence/title does not match")]
    [InlineData("/sections", "null", "/sections is no array")]
    [InlineData("/colour", "1", "/colour is not allowed")]
    [InlineData("/score/colour", "1", "/score/colour is not allowed")]
    public void WhatTheModelCannotSayIsNotValid(string pointer, string value, string error)
    {
        var json = Full();
        var names = pointer.Split('/')[1..];
        var parent = names[..^1].Aggregate(json, (node, name) => node is JsonArray array ? array[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!);
        parent[names[^1]] = JsonNode.Parse(value);

        Assert.Contains(Validator.Errors(json), found => found.StartsWith(error, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryMemberIsRequiredButForTheCallersOwnFacts()
    {
        foreach (var name in Full().AsObject().Select(member => member.Key).Where(name => name != "facts"))
        {
            var json = Full();
            json.AsObject().Remove(name);
            Assert.Equal([$"/{name} is missing"], Validator.Errors(json));
        }
    }

    [Fact]
    public void TheValidatorKnowsEveryKeywordThatItMeets() =>
        Assert.Throws<NotSupportedException>(() => new SchemaValidator("""{"type":"object","minProperties":1}""").Errors(new JsonObject()));

    private static SchemaValidator Validator { get; } = new(ReportJsonSchema.Text);

    private static JsonNode Full() => JsonNode.Parse(new JsonReportWriter().Write(FullReport.Create()))!;
}
