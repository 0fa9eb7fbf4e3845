using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Evaluation.Tests;

public sealed class GoldCorpusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[]", "", "an object")]
    [InlineData("""{"titel":"甲"}""", "/titel", "no field of this name")]
    [InlineData("""{"title":{"anyOf":["甲"]}}""", "/title", "oneOf")]
    [InlineData("""{"title":["甲"]}""", "/title", "a text, a number or null")]
    [InlineData("""{"score":92}""", "/score", "an object or null")]
    [InlineData("""{"score":{"points":92}}""", "/score/points", "no field of this name")]
    [InlineData("""{"indicators":[{"level3":"甲"},{"name":"乙"}]}""", "/indicators/1/name", "no field of this name")]
    [InlineData("""{"parts":[]}""", "/parts", "at least one")]
    [InlineData("""{"parts":[{},{"grade":{"level":["good"]}}]}""", "/parts/1/grade/level", "a text")]
    [InlineData("""{"sections":[{"kinds":["overview"],"heading":"概况"}]}""", "/sections/0/text", "a text")]
    [InlineData("""{"outline":[{"heading":"概况"}]}""", "/outline/0/level", "a number")]
    [InlineData("""{"problems":[1]}""", "/problems/0", "an object")]
    public void AMistakeInTheGoldIsNamedWithItsPlace(string gold, string pointer, string what)
    {
        var path = _folder.Write("甲/gold.json", gold);

        var mistake = Assert.Throws<GoldException>(() => GoldCorpus.Open(_folder.Root));

        Assert.Equal((path, pointer), (mistake.Path, mistake.Pointer));
        Assert.Contains(what, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GoldThatIsNoJsonIsNamedWithItsFile()
    {
        var path = _folder.Write("甲/gold.json", "{\"title\": \"甲\",}");

        Assert.StartsWith(path, Assert.Throws<GoldException>(() => GoldCorpus.Open(_folder.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACorpusWithoutGoldIsRefused()
    {
        _folder.Write("甲/a.txt", "甲");

        Assert.Contains("no gold", Assert.Throws<GoldException>(() => GoldCorpus.Open(_folder.Root)).Message, StringComparison.Ordinal);
        Assert.Contains("no such directory", Assert.Throws<GoldException>(() => GoldCorpus.Open(_folder.Root + "/nowhere")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneFolderIsACorpusToo()
    {
        _folder.Write("甲/gold.json", "\uFEFF{\"title\":\"甲\"}");
        _folder.Write("甲/b.txt", "乙");
        _folder.Write("甲/a.txt", "乙");

        var gold = Assert.Single(GoldCorpus.Open(Path.Join(_folder.Root, "甲")).Cases);

        Assert.Equal(("甲", 1), (gold.Name, gold.Parts));
        Assert.Equal(["a.txt", "b.txt"], gold.Files.Select(Path.GetFileName));
    }

    [Fact]
    public void AFileOfOtherReportsThanTheGoldIsNotPerfect()
    {
        _folder.Write("甲/gold.json", """{"parts":[{"title":"甲"},{"title":"乙"}]}""");
        var gold = GoldCorpus.Open(_folder.Root).Cases[0];

        var score = gold.Score("甲/a.txt", [new Model.PerformanceReport { Title = "甲" }]);

        Assert.Equal(new MatchCount(1, 0, 1), score.ReportsPerFile);
        Assert.Equal([true, false], score.Reports.Select(report => report.IsPerfect));
        var all = new CorpusScore([score]).All;
        Assert.Equal((1, 2, 1, 0), (all.PerfectReports, all.Reports, all.Files, all.PerfectFiles));
        Assert.Equal("docx", gold.Score("甲/a.DOCX", Array.Empty<Model.PerformanceReport>()).Format);
    }

    [Fact]
    public void OverallIsTheMeanOfTheFieldsAndNotOfTheValues()
    {
        _folder.Write("甲/gold.json", """{"title":"甲","problems":["一","二","三"]}""");
        var gold = GoldCorpus.Open(_folder.Root).Cases[0];

        var all = new CorpusScore([gold.Score("甲/a.txt", [new Model.PerformanceReport { Title = "乙", Problems = [new Model.ReportItem("一", ""), new Model.ReportItem("二", "")] }])]).All;

        // One file of one report: 1; the title: 0; two of three problems: 4/5.
        Assert.Equal((1 + 0 + 0.8) / 3, all.Strict!.Value, 12);
    }

    // Which value of the samples is not read as their gold has them, docs/evaluation.md shows.
    [Fact]
    public void TheSamplesAreReadInEveryFormatAsTheirGoldSaysButForOneValue()
    {
        var files = GoldCorpus.Open(Repository.At("samples/gold")).Cases
            .SelectMany(gold => gold.Files.Select(path => gold.Score(path, ReportParser.Default.ParseFile(path).Reports))).ToList();

        Assert.Equal(["public-toilets/report.html", "road-maintenance/report.txt", "rural-water/report.docx", "rural-water/report.pdf"], files.Select(file => $"{file.Case}/{file.Name}"));
        Assert.Equal(["road-maintenance funding.initialBudget"],
            files.SelectMany(file => file.Reports.SelectMany(report => report.Misses.Select(miss => $"{file.Case} {miss.Field}"))));
    }
}
