using System.Text;
using System.Text.Json;
using Xunit;

namespace PerfEval.Parsing.Evaluation.Tests.Comparing;

public sealed class ParseComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ValuesAreGainedLostAndChanged()
    {
        var report = Single(
            """{"title":"甲","projectName":null,"score":{"value":92.50},"grade":{"raw":"优"},"fiscalYears":[2023]}""",
            """{"title":"乙","projectName":"丙","score":{"value":92.5},"grade":null,"fiscalYears":[2023]}""");

        Assert.Equal(ReportChange.Differs, report.Change);
        Assert.Equal(
            [("title", DifferenceKind.Changed, "甲", "乙"), ("projectName", DifferenceKind.Gained, null, "丙"), ("grade.raw", DifferenceKind.Lost, "优", null)],
            report.Differences.Select(difference => (difference.Field, difference.Kind, difference.Old, difference.New)));
    }

    [Fact]
    public void ARowPutInChangesNoOther()
    {
        const string Row = """{"level3":"甲指标","target":"10"},""";
        var report = Single(
            $$"""{"indicators":[{{Row}}{"level3":"乙指标","target":"20"},{"level3":"丙指标","target":"30"}]}""",
            $$"""{"indicators":[{"level3":"新","target":"1"},{{Row}}{"level3":"乙指标","target":"21"},{"level3":"丙指标","target":"30"}]}""");

        Assert.Equal(
            [("indicators", DifferenceKind.Gained, null, "新", "新"), ("indicators.target", DifferenceKind.Changed, "20", "21", "乙指标")],
            report.Differences.Select(difference => (difference.Field, difference.Kind, difference.Old, difference.New, difference.Item)));
        Assert.Equal(("/indicators/1/target", "/indicators/2/target"), (report.Differences[1].OldPointer, report.Differences[1].NewPointer));
    }

    [Fact]
    public void ASectionMovedUnderAnotherIsStillTheSame()
    {
        var report = Single(
            """{"sections":[{"heading":"概况","level":1,"kinds":["overview"],"blocks":[],"children":[{"heading":"资金情况","level":2,"kinds":[],"blocks":[{"type":"paragraph","text":"甲乙丙丁"}],"children":[]}]}]}""",
            """{"sections":[{"heading":"概况","level":1,"kinds":["basics"],"blocks":[],"children":[]},{"heading":"资金情况","level":1,"kinds":[],"blocks":[{"type":"paragraph","text":"甲乙丙丁戊"}],"children":[]}]}""");

        Assert.Equal(
            [("sections.kinds", "概况", "overview", "basics"), ("sections.level", "资金情况", "2", "1"), ("sections.blocks.text", "资金情况", "甲乙丙丁", "甲乙丙丁戊")],
            report.Differences.Select(difference => (difference.Field, difference.Item, difference.Old, difference.New)));
        Assert.Equal("/sections/0/children/0/level", report.Differences[1].OldPointer);
    }

    [Fact]
    public void ATablesRowIsOneValue()
    {
        var report = Single(Table("乙"), Table("丁"));

        var difference = Assert.Single(report.Differences);
        Assert.Equal(("sections.blocks.rows", "甲甲 | 乙", "甲甲 | 丁"), (difference.Field, difference.Old, difference.New));

        static string Table(string cell) => $$"""{"sections":[{"heading":"表","blocks":[{"type":"table","rows":[[{"text":"甲甲","rowSpan":1},{"text":"{{cell}}"}],[{"text":"同"}]]}]}]}""";
    }

    [Fact]
    public void BothValuesSayWhereTheyWereRead()
    {
        var report = Single(
            """{"score":{"value":92},"evidence":{"/score/value":{"text":"92分","page":2}}}""",
            """{"score":{"value":29},"evidence":{"/score/value":{"text":"29分","line":7}}}""");

        var difference = Assert.Single(report.Differences);
        Assert.Equal((new ReadPlace("92分", "page 2"), new ReadPlace("29分", "line 7")), (difference.OldPlace, difference.NewPlace));
    }

    [Fact]
    public void WhereValuesWereReadIsNotCompared() => Assert.Equal(ReportChange.Same, Single(
        """{"title":"甲","evidence":{"/title":{"text":"甲","page":1}},"diagnostics":[]}""", """{"title":"甲","evidence":{},"diagnostics":[{"id":"PE1"}]}""").Change);

    [Fact]
    public void ReportsAreMatchedByBytesThenByPath()
    {
        var old = _folder.Write("old.jsonl", Line("a.txt", "h1", "甲") + Line("b.txt", "h2", "乙") + Line("gone.txt", "h3", "丙") + Failed("bad.pdf", "Encrypted") + Failed("worse.pdf", "Empty"));
        var now = _folder.Write("new.jsonl", Failed("worse.pdf", "Empty") + Line("moved/a.txt", "h1", "甲") + Line("b.txt", "h9", "乙") + Line("bad.pdf", "h4", "丁") + Line("new.txt", "h5", "戊"));

        var changes = Compare(old, now);

        Assert.Equal(
            [("worse.pdf", ReportChange.StillFails), ("moved/a.txt", ReportChange.Same), ("b.txt", ReportChange.Same), ("bad.pdf", ReportChange.ReadsNow), ("new.txt", ReportChange.Added), ("gone.txt", ReportChange.Removed)],
            changes.Select(report => (report.Path, report.Change)));
        Assert.Equal(("a.txt", true, "Encrypted: no"), (changes[1].OldPath, changes[2].IsOtherDocument, changes[3].Failure));
    }

    [Fact]
    public void CopiesOfADocumentKeepTheirPaths()
    {
        var old = _folder.Write("old.jsonl", Line("a.txt", "h", "甲") + Line("b.txt", "h", "乙"));
        var now = _folder.Write("new.jsonl", Line("b.txt", "h", "乙") + Line("a.txt", "h", "甲"));

        Assert.All(Compare(old, now), report => Assert.Equal((ReportChange.Same, null), (report.Change, report.OldPath)));
    }

    [Theory]
    [InlineData("a.jsonl", "{0}\n\n{1}\r\n")]
    [InlineData("a.json", "[\n{0},\n{1}\n]\n")]
    [InlineData("a.json", "{0}\n{1}")]
    public void LinesAndListsAreRead(string name, string layout)
    {
        var (first, second) = (Line("甲.txt", "h1", new string('长', 70_000)).Trim(), Line("乙.txt", "h2", "乙").Trim());
        var path = _folder.Write(name, layout.Replace("{0}", first, StringComparison.Ordinal).Replace("{1}", second, StringComparison.Ordinal));

        using var kept = KeptReports.Open(path);

        Assert.Equal(["甲.txt", "乙.txt"], kept.Entries.Select(entry => entry.Path));
        Assert.Equal("乙", kept.Read(kept.Entries[1]).GetProperty("title").GetString());
        Assert.Equal(70_000, kept.Read(kept.Entries[0]).GetProperty("title").GetString()!.Length);
    }

    [Theory]
    [InlineData("x.jsonl", "{\"title\":\"甲\"}\n", "no source")]
    [InlineData("x.jsonl", "甲\n", "at byte 0")]
    [InlineData("x.json", "{\"source\":", "at byte")]
    public void WhatHoldsNoReportsIsRefused(string name, string text, string why) =>
        Assert.Contains(why, Assert.Throws<KeptReportException>(() => KeptReports.Open(_folder.Write(name, text))).Message, StringComparison.Ordinal);

    [Fact]
    public void TheFiguresCountEveryDifference()
    {
        using var old = KeptReports.Open(_folder.Write("old.jsonl", Line("a.txt", "h1", "甲") + Line("b.txt", "h2", "乙") + Line("c.txt", "h3", "丙")));
        using var now = KeptReports.Open(_folder.Write("new.jsonl", Line("a.txt", "h1", "丁") + Line("b.txt", "h2", null)));
        using var text = new StringWriter();

        var summary = new ParseComparison(old, now).WriteText(text);

        Assert.Equal(new FieldDifferences("title", 2, 0, 1, 1), Assert.Single(summary.Fields));
        Assert.Equal((true, true, 2, 1), (summary.HasChanges, summary.HasLosses, summary.Count(ReportChange.Differs), summary.Count(ReportChange.Removed)));
        Assert.StartsWith("a.txt: differs\n  ~ title: “甲” → “丁”\nb.txt: differs\n  - title: “乙” → nothing\nc.txt: only in the old parse\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void JsonAndPageAreTheSameBytesEveryTimeAndEscapeWhatTheyShow()
    {
        using var old = KeptReports.Open(_folder.Write("old.jsonl", Line("a.txt", "h1", "<b>甲</b>")));
        using var now = KeptReports.Open(_folder.Write("new.jsonl", Line("a.txt", "h1", "<script>")));
        var comparison = new ParseComparison(old, now);

        Assert.Equal(Bytes(output => comparison.WriteJson(output)), Bytes(output => comparison.WriteJson(output)));
        var page = Bytes(output => comparison.WriteHtml(output));

        Assert.Equal(page, Bytes(output => comparison.WriteHtml(output)));
        Assert.Contains("&lt;b&gt;甲", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Equal("title", JsonElement.Parse(Bytes(output => comparison.WriteJson(output))).GetProperty("reports")[0].GetProperty("differences")[0].GetProperty("field").GetString());
    }

    private static string Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private ReportDifference Single(string old, string now) => Assert.Single(Compare(
        _folder.Write("old.json", "{\"source\":{\"path\":\"a.txt\",\"sha256\":\"h\"}," + old[1..]), _folder.Write("new.json", "{\"source\":{\"path\":\"a.txt\",\"sha256\":\"h\"}," + now[1..])));

    private static List<ReportDifference> Compare(string old, string now)
    {
        using var before = KeptReports.Open(old);
        using var after = KeptReports.Open(now);
        return [.. new ParseComparison(before, after).Compare()];
    }

    private static string Line(string path, string hash, string? title) =>
        $$"""{"schemaVersion":"1","source":{"path":"{{path}}","sha256":"{{hash}}","part":null},"title":{{(title is null ? "null" : '"' + title + '"')}} }""" + "\n";

    private static string Failed(string path, string code) => $$"""{"source":{"path":"{{path}}"},"error":{"code":"{{code}}","message":"no"} }""" + "\n";
}
