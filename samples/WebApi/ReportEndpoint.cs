using System.Threading.RateLimiting;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Samples.WebApi;

/// <summary><c>POST /reports</c>: a file in, its reports out.</summary>
internal static class ReportEndpoint
{
    private static readonly JsonReportWriter Writer = new(indented: false);

    /// <summary>Parses the file that was sent. A client that goes away ends the parse: the cancellation is passed on, and nobody is answered.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, ReportParser parser, ConcurrencyLimiter turns, CancellationToken cancellation)
    {
        Upload? upload;
        try
        {
            upload = await Upload.ReadAsync(request, cancellation);
        }
        catch (BadHttpRequestException e)
        {
            return Problems.Refused(e.StatusCode);
        }
        // What a form holds stays in memory, so that this is the request's fault, not the disk's.
        catch (Exception e) when (e is InvalidDataException or IOException && !cancellation.IsCancellationRequested)
        {
            return Problems.Refused(StatusCodes.Status400BadRequest);
        }

        if (upload is null)
            return Problems.NoFile();
        // Only now: a client that sends slowly keeps nobody's turn.
        using var turn = await turns.AcquireAsync(cancellationToken: cancellation);
        return turn.IsAcquired ? Parse(upload, parser, cancellation) : Problems.Busy(request.HttpContext.Response);
    }

    private static IResult Parse(Upload upload, ReportParser parser, CancellationToken cancellation) =>
        parser.TryParseBytes(upload.Bytes, out var result, upload.Name, cancellation)
            ? Results.Bytes(Json(result), "application/json")
            : Problems.Unreadable(result.Failure!.Reason, result.Failure.Message);

    /// <summary>Always the same shape, however many reports a file holds; each report is what <see cref="JsonReportWriter"/> writes.</summary>
    private static byte[] Json(ParseResult result)
    {
        using var json = new MemoryStream();
        json.Write(result.Status == ParseStatus.Complete ? "{\"status\":\"complete\",\"reports\":["u8 : "{\"status\":\"partial\",\"reports\":["u8);
        for (var i = 0; i < result.Reports.Count; i++)
        {
            if (i > 0)
                json.Write(","u8);
            Writer.Write(result.Reports[i], json);
        }

        json.Write("]}"u8);
        return json.ToArray();
    }
}
