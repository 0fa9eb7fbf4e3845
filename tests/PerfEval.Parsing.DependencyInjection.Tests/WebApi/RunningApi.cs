using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Samples.WebApi;
using PerfEval.Parsing.Tests.Support;

namespace PerfEval.Parsing.DependencyInjection.Tests.WebApi;

/// <summary>The sample, listening on a port of its own, with the settings that it is shipped with but for those of the test.</summary>
internal sealed class RunningApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningApi(WebApplication app, Recording log)
    {
        (_app, Log) = (app, log);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Client { get; }

    public Recording Log { get; }

    public static async Task<RunningApi> StartAsync(IDocumentReader? reader = null, string environment = "Production", params string[] settings)
    {
        var log = new Recording();
        string[] args = ["--urls", "http://127.0.0.1:0", "--environment", environment, "--contentRoot", Repository.At("samples/WebApi"), .. settings];
        var app = ReportApi.Create(args, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            if (reader is not null)
                builder.Services.AddSingleton(reader);
        });
        await app.StartAsync();
        return new RunningApi(app, log);
    }

    /// <summary>Sends a file as the field of a form.</summary>
    public Task<HttpResponseMessage> SendFormAsync(byte[] file, string name, string field = "file", CancellationToken cancellation = default) =>
        Client.PostAsync("/reports", new MultipartFormDataContent { { new ByteArrayContent(file), field, name } }, cancellation);

    /// <summary>Sends a file as the body.</summary>
    public Task<HttpResponseMessage> SendAsync(byte[] file, string type = "application/octet-stream", CancellationToken cancellation = default)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Client.PostAsync("/reports", content, cancellation);
    }

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Log.Dispose();
    }
}
