using System.Net;
using System.Text;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.DependencyInjection.Tests.WebApi;

public sealed class ReportEndpointTests
{
    [Fact]
    public async Task AFileOfAFormComesBackAsTheReportThatTheWriterWrites()
    {
        await using var api = await RunningApi.StartAsync();
        using var response = await api.SendFormAsync(Documents.Docx, "报告.docx");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        var expected = new JsonReportWriter(indented: false).Write(ReportParser.Default.Parse(Documents.Docx, "报告.docx").Report);
        Assert.Equal($$"""{"status":"complete","reports":[{{expected}}]}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain; charset=utf-8")]
    public async Task ABareBodyIsToldByItsContentWhateverItsTypeSays(string type)
    {
        await using var api = await RunningApi.StartAsync();
        using var response = await api.SendAsync(Documents.Gb18030(Documents.Text), type);
        var report = (await RunningApi.JsonAsync(response))["reports"]![0]!;

        Assert.Equal("gb18030", report["source"]!["encoding"]!.GetValue<string>());
        Assert.Equal("农村道路养护", report["projectName"]!.GetValue<string>());
        Assert.Null(report["source"]!["path"]);
    }

    [Fact]
    public async Task SeveralReportsInAFileAndAPartialOneHaveTheSameShape()
    {
        await using var api = await RunningApi.StartAsync();
        var first = new JsonReportWriter().Write(ReportParser.Default.Parse(Documents.Docx).Report);
        using var several = await api.SendAsync(Encoding.UTF8.GetBytes($$"""[{{first}}, {{first}}, {"source":{"path":"a.doc"},"error":{"code":"Corrupt","message":""} } ]"""));
        var answer = await RunningApi.JsonAsync(several);

        Assert.Equal("partial", answer["status"]!.GetValue<string>());
        Assert.Equal(2, answer["reports"]!.AsArray().Count);
    }

    [Fact]
    public async Task ManyAtOnceGetTheSameAsOneAfterAnother()
    {
        await using var api = await RunningApi.StartAsync(settings: ["--Api:WaitingParses", "100"]);
        string[] names = ["rural-water-2023.docx", "rural-water-2023.pdf", "public-toilets-2023.html", "road-maintenance-2023.txt"];
        var files = names.Select(name => File.ReadAllBytes(Repository.At($"samples/reports/{name}"))).ToArray();
        var expected = files.Select((file, i) => new JsonReportWriter(indented: false).Write(ReportParser.Default.Parse(file, names[i]).Report)).ToArray();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            using var response = await api.SendFormAsync(files[i % 4], names[i % 4]);
            return await response.Content.ReadAsStringAsync();
        }));

        Assert.All(Enumerable.Range(0, 24), i => Assert.Equal($$"""{"status":"complete","reports":[{{expected[i % 4]}}]}""", answers[i]));
    }

    [Fact]
    public async Task AClientThatGoesAwayEndsItsParseAndTheNextIsServed()
    {
        var reader = new SlowReader();
        await using var api = await RunningApi.StartAsync(reader);
        using var leaving = new CancellationTokenSource();
        var sent = api.SendAsync(Encoding.UTF8.GetBytes(Documents.Text), cancellation: leaving.Token);
        await reader.Started.WaitAsync(TimeSpan.FromMinutes(1));
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
        await reader.Cancelled.WaitAsync(TimeSpan.FromMinutes(1));
        using var next = await api.SendFormAsync(Documents.Docx, "a.docx");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.DoesNotContain(api.Log.Messages, m => m.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task TheServiceSaysThatItLives()
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Equal("Healthy", await api.Client.GetStringAsync("/healthz"));
    }
}
