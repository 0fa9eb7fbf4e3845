using System.Text.Json.Nodes;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Corpus;

/// <summary>One report as a Word document and printed to PDF: both give the same model.</summary>
public sealed class SameReportTests
{
    [Theory]
    [InlineData("tests/PerfEval.Parsing.Tests/Corpus", "hetang-drains-shanghai")]
    [InlineData("tests/PerfEval.Parsing.Tests/Corpus", "longyuan-threeyears")]
    [InlineData("tests/PerfEval.Parsing.Tests/Corpus", "ruoxi-hunan")]
    [InlineData("tests/PerfEval.Parsing.Tests/Corpus", "songling-zhongyiguan-form")]
    [InlineData("tests/PerfEval.Parsing.Tests/Corpus", "tongyan-handicraft-zhejiang")]
    [InlineData("samples/reports", "rural-water-2023")]
    public void WordAndPdfGiveTheSameModel(string folder, string name)
    {
        var word = Content($"{folder}/{name}.docx");
        var pdf = Content($"{folder}/{name}.pdf");

        var differences = Differences("", word, pdf).ToList();

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData("longyuan-threeyears")]
    [InlineData("ruoxi-hunan")]
    public void EveryValueOfAPdfHasItsPlaceOnAPage(string name)
    {
        var report = ReportParser.Default.ParseFile(Repository.At($"tests/PerfEval.Parsing.Tests/Corpus/{name}.pdf")).Report;

        Assert.NotEmpty(report.Evidence);
        Assert.All(report.Evidence, entry =>
        {
            Assert.InRange(entry.Evidence.Page ?? 0, 1, report.Source.Pages ?? 0);
            var box = Assert.IsType<PageBox>(entry.Evidence.Box);
            Assert.True(box.Left < box.Right && box.Bottom < box.Top, entry.Pointer);
        });
    }

    /// <summary>The content fields: without source, evidence and diagnostics, and without the white space of layout.</summary>
    private static JsonNode Content(string path)
    {
        var report = ReportParser.Default.ParseFile(Repository.At(path)).Report;
        return JsonNode.Parse(new JsonReportWriter().Write(report with { Source = new(), Evidence = [], Diagnostics = [] }))!;
    }

    private static IEnumerable<(string Pointer, string Word, string Pdf)> Differences(string pointer, JsonNode? word, JsonNode? pdf) => (word, pdf) switch
    {
        (JsonObject w, JsonObject p) => w.Select(x => x.Key).Union(p.Select(x => x.Key)).SelectMany(key => Differences($"{pointer}/{key}", w[key], p[key])),
        (JsonArray w, JsonArray p) when w.Count == p.Count => w.SelectMany((item, i) => Differences($"{pointer}/{i}", item, p[i])),
        _ when Squeezed(word) == Squeezed(pdf) => [],
        _ => [(pointer, Squeezed(word), Squeezed(pdf))],
    };

    private static string Squeezed(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text)
        ? string.Concat(text.Where(c => !char.IsWhiteSpace(c)))
        : node?.ToJsonString() ?? "null";
}
