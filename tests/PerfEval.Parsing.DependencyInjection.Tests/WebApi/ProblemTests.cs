using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace PerfEval.Parsing.DependencyInjection.Tests.WebApi;

public sealed class ProblemTests
{
    public static TheoryData<string, byte[], HttpStatusCode> Unreadable { get; } = new()
    {
        { "Empty", [], HttpStatusCode.BadRequest },
        { "UnknownFormat", Documents.Garbage, HttpStatusCode.UnsupportedMediaType },
        { "UnsupportedFormat", "{\\rtf1\\ansi a}"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "NoTextLayer", "GIF89a"u8.ToArray(), HttpStatusCode.UnprocessableEntity },
        { "Corrupt", Documents.BrokenJson, HttpStatusCode.UnprocessableEntity },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task AnUnreadableFileIsAProblemWithItsReason(string reason, byte[] file, HttpStatusCode status)
    {
        await using var api = await RunningApi.StartAsync();
        using var form = await api.SendFormAsync(file, "a.docx");
        using var body = await api.SendAsync(file);

        foreach (var response in (HttpResponseMessage[])[form, body])
        {
            var problem = await ProblemAsync(response, status);
            Assert.Equal(reason, problem["reason"]!.GetValue<string>());
            Assert.Equal("urn:perfeval:problem:" + reason, problem["type"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task AFormWithoutTheFileIsAProblem()
    {
        await using var api = await RunningApi.StartAsync();
        using var response = await api.SendFormAsync(Documents.Docx, "a.docx", field: "document");

        Assert.Equal("urn:perfeval:problem:NoFile", (await ProblemAsync(response, HttpStatusCode.BadRequest))["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task AMalformedFormIsAProblem()
    {
        await using var api = await RunningApi.StartAsync();
        using var response = await api.SendAsync("no form"u8.ToArray(), "multipart/form-data; boundary=x");

        Assert.Equal("urn:perfeval:problem:BadRequest", (await ProblemAsync(response, HttpStatusCode.BadRequest))["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(200_000)]
    public async Task AFileLargerThanTheLimitIsAProblemWhoeverNotices(int length)
    {
        await using var api = await RunningApi.StartAsync(settings: ["--PerfEval:Limits:MaxFileBytes", "50000"]);
        using var form = await api.SendFormAsync(new byte[length], "a.docx");
        using var body = await api.SendAsync(new byte[length]);

        Assert.Equal("TooLarge", (await ProblemAsync(form, HttpStatusCode.RequestEntityTooLarge))["reason"]!.GetValue<string>());
        Assert.Equal("TooLarge", (await ProblemAsync(body, HttpStatusCode.RequestEntityTooLarge))["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task ABombIsAProblem()
    {
        await using var api = await RunningApi.StartAsync(settings: ["--PerfEval:Limits:MaxInflatedBytes", "1000000"]);
        using var response = await api.SendFormAsync(Bomb(), "a.docx");

        Assert.Equal("LimitExceeded", (await ProblemAsync(response, HttpStatusCode.UnprocessableEntity))["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task AFileThatTakesLongerThanItMayIsAProblem()
    {
        var reader = new SlowReader();
        await using var api = await RunningApi.StartAsync(reader, settings: ["--PerfEval:Limits:MaxDuration", "00:00:00.05"]);
        using var response = await api.SendAsync(Encoding.UTF8.GetBytes(Documents.Text));

        Assert.Equal("Timeout", (await ProblemAsync(response, HttpStatusCode.GatewayTimeout))["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task ARequestThatTakesLongerThanItMayIsAProblemAndEndsItsParse()
    {
        var reader = new SlowReader();
        await using var api = await RunningApi.StartAsync(reader, settings: ["--Api:RequestTimeout", "00:00:00.5"]);
        using var response = await api.SendAsync(Encoding.UTF8.GetBytes(Documents.Text));

        Assert.Equal("urn:perfeval:problem:RequestTimeout", (await ProblemAsync(response, HttpStatusCode.GatewayTimeout))["type"]!.GetValue<string>());
        await reader.Cancelled.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task WhoComesWhenTooManyWaitIsToldToComeBack()
    {
        var reader = new SlowReader();
        await using var api = await RunningApi.StartAsync(reader, settings: ["--Api:ParallelParses", "1", "--Api:WaitingParses", "0"]);
        var first = api.SendAsync(Encoding.UTF8.GetBytes(Documents.Text));
        await reader.Started.WaitAsync(TimeSpan.FromMinutes(1));
        using var second = await api.SendFormAsync(Documents.Docx, "a.docx");
        reader.LetGo();

        Assert.Equal("urn:perfeval:problem:Busy", (await ProblemAsync(second, HttpStatusCode.ServiceUnavailable))["type"]!.GetValue<string>());
        Assert.Equal("1", second.Headers.RetryAfter?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task ADefectIsAProblemWithoutItsMessageOrStack(string environment)
    {
        await using var api = await RunningApi.StartAsync(new FailingReader(), environment);
        using var response = await api.SendAsync(Encoding.UTF8.GetBytes(Documents.Text));

        Assert.Equal("InternalError", (await ProblemAsync(response, HttpStatusCode.InternalServerError))["reason"]!.GetValue<string>());
        Assert.All(api.Log.Messages, m => Assert.DoesNotContain(Documents.Marker, m.Everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsNotThereIsAProblemToo()
    {
        await using var api = await RunningApi.StartAsync();
        using var missing = await api.Client.GetAsync("/nothing");
        using var wrong = await api.Client.GetAsync("/reports");

        await ProblemAsync(missing, HttpStatusCode.NotFound);
        await ProblemAsync(wrong, HttpStatusCode.MethodNotAllowed);
    }

    private static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Documents.Marker, text, StringComparison.Ordinal);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.False(string.IsNullOrEmpty(problem["title"]?.GetValue<string>()));
        return problem;
    }

    /// <summary>A Word file of a few kilobytes that unpacks to four megabytes.</summary>
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Add(zip, "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + new string(' ', 4_000_000) + "</w:body></w:document>");
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open());
        entry.Write(text);
    }
}
