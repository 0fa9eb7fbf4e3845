using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Samples.WebApi;

/// <summary>What goes wrong, as problem details (RFC 9457). <c>type</c> names the problem for programs, <c>reason</c> is an <see cref="UnreadableReason"/>.</summary>
internal static class Problems
{
    /// <summary>The beginning of every <c>type</c>.</summary>
    public const string Prefix = "urn:perfeval:problem:";

    /// <summary>Nothing can be had of the document.</summary>
    public static IResult Unreadable(UnreadableReason reason, string detail) =>
        Problem(StatusOf(reason), reason.ToString(), "The document is unreadable.", detail, reason);

    /// <summary>The form holds no file.</summary>
    public static IResult NoFile() =>
        Problem(StatusCodes.Status400BadRequest, "NoFile", "There is no file.", $"Send the file as the field \"{Upload.Field}\" of a form (multipart/form-data) or as the body itself.");

    /// <summary>The server did not take the body.</summary>
    public static IResult Refused(int status) => status == StatusCodes.Status413PayloadTooLarge
        ? Unreadable(UnreadableReason.TooLarge, "The body is larger than this server takes.")
        : Problem(status, "BadRequest", "The request is malformed.", "The body could not be read as what its headers say.");

    /// <summary>Too many others wait.</summary>
    public static IResult Busy(HttpResponse response)
    {
        response.Headers.RetryAfter = "1";
        return Problem(StatusCodes.Status503ServiceUnavailable, "Busy", "The server is busy.", "Too many documents wait for their turn. Try again later.");
    }

    /// <summary>The request took longer than it may.</summary>
    public static IResult OutOfTime() =>
        Problem(StatusCodes.Status504GatewayTimeout, "RequestTimeout", "The request took too long.", "The document was not received and parsed in the time that a request may take.");

    private static int StatusOf(UnreadableReason reason) => reason switch
    {
        UnreadableReason.Empty => StatusCodes.Status400BadRequest,
        UnreadableReason.TooLarge => StatusCodes.Status413PayloadTooLarge,
        UnreadableReason.UnknownFormat or UnreadableReason.UnsupportedFormat => StatusCodes.Status415UnsupportedMediaType,
        UnreadableReason.Timeout => StatusCodes.Status504GatewayTimeout,
        UnreadableReason.InternalError => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static IResult Problem(int status, string type, string title, string detail, UnreadableReason? reason = null) => Results.Problem(
        detail, statusCode: status, title: title, type: Prefix + type,
        extensions: reason is null ? null : new Dictionary<string, object?> { ["reason"] = reason.ToString() });
}
