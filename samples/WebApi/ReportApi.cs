using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using PerfEval.Parsing.DependencyInjection;

namespace PerfEval.Parsing.Samples.WebApi;

/// <summary>A web service that reads reports: <c>POST /reports</c>, <c>GET /healthz</c>, <c>GET /openapi/v1.json</c>.</summary>
internal static class ReportApi
{
    /// <summary>What a form takes around its file.</summary>
    private const long FormOverhead = 64 << 10;

    /// <summary>Puts the service together.</summary>
    /// <param name="args">The command line, as <c>--urls http://127.0.0.1:5080 --PerfEval:Limits:MaxDuration 00:00:05</c>.</param>
    /// <param name="configure">Changes what was put together, before it is built; for tests.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddPerfEvalParsing(builder.Configuration.GetSection("PerfEval"));
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks();
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer<ApiDescription>());
        AddLimits(builder.Services);
        configure?.Invoke(builder);

        var app = builder.Build();
        // Whatever goes wrong is told as problem details, without a stack trace.
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRequestTimeouts();
        app.MapPost("/reports", ReportEndpoint.PostAsync).WithName("ParseReport");
        app.MapHealthChecks("/healthz");
        app.MapOpenApi();
        return app;
    }

    private static void AddLimits(IServiceCollection services)
    {
        services.AddOptions<ApiLimits>().BindConfiguration("Api").ValidateDataAnnotations().ValidateOnStart();
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<ApiLimits>>((timeouts, api) => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = api.Value.RequestTimeout,
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
            WriteTimeoutResponse = http => Problems.OutOfTime().ExecuteAsync(http),
        });
        services.AddSingleton(provider => Turns(provider.GetRequiredService<IOptions<ApiLimits>>().Value));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<PerfEvalParsingOptions>, IOptions<ApiLimits>>((kestrel, parsing, api) =>
        {
            kestrel.Limits.MaxRequestBodySize = parsing.Value.Limits.MaxFileBytes + FormOverhead;
            kestrel.Limits.MaxConcurrentConnections = api.Value.MaxConnections;
        });
        // The server's limit on the body is the one that holds, and no document is put on the disk.
        services.Configure<FormOptions>(form => (form.MultipartBodyLengthLimit, form.MemoryBufferThreshold) = (long.MaxValue, int.MaxValue));
    }

    private static ConcurrencyLimiter Turns(ApiLimits limits) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.ParallelParses,
        QueueLimit = limits.WaitingParses,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
