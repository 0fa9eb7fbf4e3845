using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;
using PerfEval.Parsing.Writing.Json;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>Evidence is written by hand; the serializer, which knows every member, says what must come out.</summary>
public sealed class EvidenceToJsonTests
{
    private static readonly FoundPlace Full = new(
        "“甲”\t<乙>\n\"丙\"", Page: 3, Block: 4, Start: 5, Length: 6, Path: "word/document.xml#7", Row: 8, Column: 9, Line: 10, Offset: 11, new PageBox(1.5, -2.25, 100.123456789, 0));

    private static readonly FoundPlace Bare = new("", null, 0, 0, 0, null, null, null, null, null, null);

    [Fact]
    public void WritesEveryMemberAsTheSerializerDoes()
    {
        AssertSame(Full.ToEvidence([Full.ToPlace(), Bare.ToPlace()], "rule.name", 0.9009) with { Parts = new ConfidenceParts(1, 0.91, 0, 0.12345) });
        AssertSame(Bare.ToEvidence([], rule: null, confidence: -0.0));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.5)]
    [InlineData(0.0001)]
    [InlineData(0.00001)]
    [InlineData(0.00015)]
    [InlineData(0.1 + 0.2)]
    [InlineData(1.0)]
    [InlineData(10.0)]
    [InlineData(214748.3647)]
    [InlineData(214748.3648)]
    [InlineData(1e15)]
    [InlineData(1e300)]
    [InlineData(double.Epsilon)]
    public void WritesNumbersAsTheSerializerDoes(double value) => AssertSame(Bare.ToEvidence([], rule: null, value));

    [Fact]
    public void WritesAllNumbersOfFourPlacesAsTheSerializerDoes()
    {
        for (var i = 0; i <= 10_000; i++)
            AssertSame(Bare.ToEvidence([], rule: null, i / 10_000.0));
    }

    private static void AssertSame(Evidence evidence) =>
        Assert.Equal(
            Written(writer => JsonSerializer.Serialize(writer, evidence, ReportJsonContext.Default.Evidence)),
            Written(writer => EvidenceToJson.Write(writer, evidence)));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(writer);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
