using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Viewing.Tests;

public sealed class ViewPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly ParseResult Docx = OpenPage.Sample("rural-water-2023.docx");

    [ChromiumTheory]
    [InlineData("rural-water-2023.docx")]
    [InlineData("rural-water-2023.pdf")]
    [InlineData("road-maintenance-2023.txt")]
    [InlineData("public-toilets-2023.html")]
    public async Task ThePageLoadsQuietlyAndAsksForNothing(string sample)
    {
        var result = OpenPage.Sample(sample);

        await using var open = await OpenPage.Of(chromium, result);

        Assert.StartsWith(result.Report.Title!, await open.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(result.Document!.Blocks.Count(b => b is Table), await open.Page.Locator("#text table:visible").CountAsync());
        Assert.True(await open.Value("/score/value").IsVisibleAsync());
    }

    [ChromiumFact]
    public async Task PointingAtAValueMarksItsWordsUntilItIsLeft()
    {
        await using var open = await OpenPage.Of(chromium, Docx);

        await open.Value("/projectName").HoverAsync();
        Assert.Equal(Docx.Evidence.For("/projectName")!.Text, await open.Marked("peek"));

        await open.Page.Locator("#text").HoverAsync(new() { Position = new() { X = 3, Y = 300 } });
        Assert.Equal(0, await open.Page.Locator("mark").CountAsync());
    }

    [ChromiumFact]
    public async Task ChoosingAValueGoesToItsWordsAndEscapeLetsGo()
    {
        await using var open = await OpenPage.Of(chromium, Docx);

        await open.Value("/score/value").ClickAsync();

        Assert.Equal(Docx.Evidence.For("/score/value")!.Text, await open.Marked("pin"));
        Assert.True(await open.IsInView("mark.now"));
        Assert.EndsWith("#/score/value", open.Page.Url, StringComparison.Ordinal);
        Assert.Contains("表格第", await open.Page.Locator("#card").InnerTextAsync(), StringComparison.Ordinal);

        await open.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await open.Page.Locator("mark").CountAsync());
        Assert.False(await open.Page.Locator("#card").IsVisibleAsync());
        Assert.DoesNotContain("#", open.Page.Url, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task AnAddressLeadsToAValue()
    {
        await using var open = await OpenPage.Of(chromium, Docx, "#/funding/budget");

        Assert.Equal(Docx.Evidence.For("/funding/budget")!.Text, await open.Marked("now"));
        Assert.True(await open.IsInView("mark.now"));
        Assert.True(await open.IsInView("a.v[aria-current]"));
    }

    [ChromiumFact]
    public async Task TheKeyboardAloneIsEnough()
    {
        await using var open = await OpenPage.Of(chromium, Docx);
        var keyboard = open.Page.Keyboard;
        Task<string> Focused() => open.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href') ?? document.activeElement.id");

        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        Assert.Equal("model", await Focused());
        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("评价得分");
        await keyboard.PressAsync("Enter");
        Assert.Equal("#/score/value", await Focused());
        Assert.Equal(Docx.Evidence.For("/score/value")!.Text, await open.Marked("now"));

        await keyboard.PressAsync("/");
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("ArrowDown");
        Assert.Equal("#/title", await Focused());
        await keyboard.PressAsync("ArrowDown");
        Assert.Equal("#/subject", await Focused());
        Assert.Equal(Docx.Evidence.For("/subject")!.Text, await open.Marked("peek"));
        await keyboard.PressAsync("Enter");
        Assert.EndsWith("#/subject", open.Page.Url, StringComparison.Ordinal);
        await keyboard.PressAsync("k");
        Assert.EndsWith("#/title", open.Page.Url, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task SteppingWalksThroughEveryValueInOrder()
    {
        await using var open = await OpenPage.Of(chromium, Docx);
        var links = await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a.v')].map((link) => link.getAttribute('href'))");

        var walked = await open.Page.EvaluateAsync<string[]>("""
            (count) => Array.from({ length: count }, () => {
              document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
              return location.hash;
            })
            """, links.Length);

        Assert.True(links.Length > 100);
        Assert.Equal(links, walked);
    }

    [ChromiumFact]
    public async Task EachGroupIsOneTabStop()
    {
        await using var open = await OpenPage.Of(chromium, Docx);

        var stops = await open.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('.group')].map((group) => group.querySelectorAll(\"a.v[tabindex='0']\").length)");

        Assert.All(stops, stop => Assert.InRange(stop, 0, 1));
        Assert.Contains(1, stops);
        Assert.Equal(0, await open.Page.Locator("a.v:not([tabindex])").CountAsync());
    }

    [ChromiumFact]
    public async Task TheFilterLeavesWhatMatches()
    {
        await using var open = await OpenPage.Of(chromium, Docx);

        await open.Page.Locator("#find").FillAsync("水质达标率");

        Assert.Equal(1, await open.Page.Locator("#indicators tbody tr:visible").CountAsync());
        Assert.False(await open.Page.Locator("#basics").IsVisibleAsync());
        await open.Page.Locator("#find").FillAsync("");
        Assert.Equal(Docx.Report.Indicators.Count, await open.Page.Locator("#indicators tbody tr:visible").CountAsync());
    }

    [ChromiumFact]
    public async Task ANarrowScreenShowsOneSideAndLeadsBack()
    {
        await using var open = await OpenPage.Of(chromium, Docx, width: 390);
        var (text, model) = (open.Page.Locator("#text"), open.Page.Locator("#model"));
        Assert.Equal((false, true), (await text.IsVisibleAsync(), await model.IsVisibleAsync()));

        await open.Value("/score/value").ClickAsync();
        Assert.Equal((true, false), (await text.IsVisibleAsync(), await model.IsVisibleAsync()));
        Assert.True(await open.IsInView("mark.now"));
        Assert.True(await open.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));

        await open.Page.Locator("#card .back").ClickAsync();
        Assert.Equal((false, true), (await text.IsVisibleAsync(), await model.IsVisibleAsync()));
        Assert.True(await open.IsInView("a.v[aria-current]"));

        await open.Page.Locator("#tab-text").ClickAsync();
        Assert.True(await text.IsVisibleAsync());
    }

    [ChromiumFact]
    public async Task ADiagnosticLeadsToItsSides()
    {
        var (score, dimension) = (Docx.Evidence.For("/score/value")!, Docx.Evidence.For("/dimensionScores/0/score")!);
        var finding = new ReportDiagnostic("PE9999", DiagnosticSeverity.Warning, "The sums differ.", null)
        {
            MessageZh = "合计不符。",
            Sides = [new DiagnosticSide("/score/value", score.Text, null), new DiagnosticSide("/dimensionScores/0/score", dimension.Text, null)],
        };
        var result = Docx with { Reports = [Docx.Report with { Diagnostics = [finding] }] };
        await using var open = await OpenPage.Of(chromium, result);

        await open.Value("/diagnostics/0").ClickAsync();
        Assert.Equal(2, await open.Page.Locator("#card .place").CountAsync());
        Assert.Equal([dimension.Text, score.Text], (await open.Page.Locator("mark.pin").AllTextContentsAsync()).Order());
        Assert.Contains("合计不符。", await open.Page.Locator("#card").InnerTextAsync(), StringComparison.Ordinal);

        await open.Page.Locator("#diagnostics .sides a").First.ClickAsync();
        Assert.EndsWith("#/score/value", open.Page.Url, StringComparison.Ordinal);
        Assert.Contains("PE9999", await open.Page.Locator("#card").InnerTextAsync(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task AnotherReportOfTheFileCanBeChosen()
    {
        var result = Docx with { Reports = [Docx.Report, Docx.Report with { Title = "另一份报告", Score = null }] };
        await using var open = await OpenPage.Of(chromium, result, "#2/projectName");

        Assert.Equal("1", await open.Page.Locator("#report").InputValueAsync());
        Assert.Equal(Docx.Evidence.For("/projectName")!.Text, await open.Marked("pin"));

        await open.Page.Locator("#report").SelectOptionAsync("0");
        Assert.Equal(0, await open.Page.Locator("mark").CountAsync());
        await open.Value("1/score/value").ClickAsync();
        Assert.Equal(Docx.Evidence.For("/score/value")!.Text, await open.Marked("pin"));
    }

    [ChromiumFact]
    public async Task HostileTextNeitherRunsNorBreaksTheMarks()
    {
        const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028\"'&amp;";
        var document = new SourceDocument { Blocks = [new Paragraph { Text = "甲\r\n" + Hostile }, new Table([new TableRow([new TableCell("a\nb"), new TableCell(Hostile)])])] };
        Evidence Of(int block, int start, string text) => new() { Text = text, Block = block, Start = start, Length = text.Length, Confidence = 1, Rule = Hostile };
        var report = new PerformanceReport
        {
            Title = Hostile,
            ProjectName = Hostile,
            Evidence = [new EvidenceEntry("/title", Of(0, 3, Hostile)), new EvidenceEntry("/projectName", Of(1, 4, Hostile)), new EvidenceEntry("/" + Hostile, Of(1, 0, "a\nb\t" + Hostile))],
            Diagnostics = [new ReportDiagnostic("PE1001", DiagnosticSeverity.Info, Hostile, "/title")],
        };
        await using var open = await OpenPage.Of(chromium, new ParseResult(ParseStatus.Complete, [report], []) { Document = document });

        await open.Value("/title").ClickAsync();
        Assert.Equal(Hostile, await open.Marked("now"));
        await open.Value("/projectName").ClickAsync();
        Assert.Equal(Hostile, await open.Marked("now"));
        await open.Page.Locator("#other a.v").ClickAsync();
        Assert.Equal("a\nb" + Hostile, await open.Marked("now"));
        await open.Value("/diagnostics/0").ClickAsync();
        Assert.Equal(Hostile, await open.Marked("now"));
    }

    [ChromiumFact]
    public async Task ABigDocumentStaysFast()
    {
        const int Count = 6000;
        var document = new SourceDocument { Blocks = [.. Enumerable.Range(0, Count).Select(i => new Paragraph { Text = $"第{i}段：" + new string('文', 60), Page = i / 30 + 1 })] };
        var report = new PerformanceReport
        {
            Problems = [.. Enumerable.Range(0, Count).Select(i => new ReportItem(null, $"第{i}段"))],
            Evidence = [.. Enumerable.Range(0, Count).Select(i => new EvidenceEntry($"/problems/{i}/text", new Evidence { Text = $"第{i}段", Block = i, Length = $"第{i}段".Length, Confidence = 1 }))],
        };
        await using var open = await OpenPage.Of(chromium, new ParseResult(ParseStatus.Complete, [report], []) { Document = document });

        // Steps of a hundred values, each of which lays out and scrolls the page: milliseconds each, were nothing quadratic in it.
        var milliseconds = await open.Page.EvaluateAsync<double>("""
            () => {
              const begin = performance.now();
              for (const link of [...document.querySelectorAll("a.v")].filter((_, i) => i % 60 === 0)) link.click();
              return performance.now() - begin;
            }
            """);

        Assert.Equal("第5940段", await open.Marked("now"));
        Assert.InRange(milliseconds, 0, 20_000);
    }

    [ChromiumTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheColoursFollowTheSystem(bool dark)
    {
        await using var open = await OpenPage.Of(chromium, Docx, dark: dark);

        var light = await open.Page.EvaluateAsync<int>("() => Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)[0])");

        Assert.Equal(dark, light < 128);
    }
}
