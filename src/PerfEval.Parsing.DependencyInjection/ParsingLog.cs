using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace PerfEval.Parsing.DependencyInjection;

/// <summary>
/// Tells a host's log how each parse ended. No message holds a path, a name, a password or any text of a document: a document is named by the first twelve digits of
/// its content's SHA-256, which whoever has the file can find it by. Exceptions are not passed on, because their messages may quote the document.
/// </summary>
internal sealed partial class ParsingLog(ILogger logger)
{
    private const int DigestDigits = 12;

    /// <summary>Logs one parse.</summary>
    public void Note(ParseOutcome outcome)
    {
        var level = LevelOf(outcome);
        // The digest costs time, and most hosts do not log documents that went well.
        if (!logger.IsEnabled(level))
            return;
        var (digest, format, bytes, milliseconds) = (Digest(outcome), outcome.FormatName, outcome.Bytes.Length, (long)outcome.Duration.TotalMilliseconds);
        switch (outcome)
        {
            case { Result: { Status: ParseStatus.Complete } result }:
                Complete(digest, format, bytes, result.Reports.Count, milliseconds, Ids(result));
                break;
            case { Result: { } result }:
                Partial(digest, format, bytes, result.Reports.Count, milliseconds, Ids(result));
                break;
            case { Reason: Diagnostics.UnreadableReason.InternalError }:
                Defect(digest, format, bytes, milliseconds, (outcome.Failure!.InnerException ?? outcome.Failure).GetType().Name);
                break;
            case { Reason: { } reason }:
                Unreadable(digest, format, bytes, milliseconds, reason);
                break;
            case { IsDefect: true }:
                Defect(digest, format, bytes, milliseconds, outcome.Failure!.GetType().Name);
                break;
            default:
                Cancelled(digest, format, bytes, milliseconds);
                break;
        }
    }

    private static LogLevel LevelOf(in ParseOutcome outcome) => outcome switch
    {
        { Result.Status: ParseStatus.Complete } => LogLevel.Debug,
        { Result: not null } => LogLevel.Information,
        { Reason: Diagnostics.UnreadableReason.InternalError } or { IsDefect: true } => LogLevel.Error,
        { Reason: not null } => LogLevel.Warning,
        _ => LogLevel.Debug,
    };

    private static string Digest(in ParseOutcome outcome) =>
        outcome.Bytes.IsEmpty ? "-" : Convert.ToHexStringLower(SHA256.HashData(outcome.Bytes.Span))[..DigestDigits];

    private static string Ids(ParseResult result) =>
        result.Diagnostics.Count == 0 ? "none" : string.Join(' ', result.Diagnostics.Select(d => d.Id).Distinct(StringComparer.Ordinal));

    [LoggerMessage(1, LogLevel.Debug, "Parsed document {Digest} ({Format}, {Bytes} bytes): {Reports} reports in {Milliseconds} ms; diagnostics: {Diagnostics}.", SkipEnabledCheck = true)]
    private partial void Complete(string digest, string format, int bytes, int reports, long milliseconds, string diagnostics);

    [LoggerMessage(2, LogLevel.Information, "Parsed document {Digest} ({Format}, {Bytes} bytes) in part: {Reports} reports in {Milliseconds} ms; diagnostics: {Diagnostics}.", SkipEnabledCheck = true)]
    private partial void Partial(string digest, string format, int bytes, int reports, long milliseconds, string diagnostics);

    [LoggerMessage(3, LogLevel.Warning, "Document {Digest} ({Format}, {Bytes} bytes) is unreadable after {Milliseconds} ms: {Reason}.", SkipEnabledCheck = true)]
    private partial void Unreadable(string digest, string format, int bytes, long milliseconds, Diagnostics.UnreadableReason reason);

    [LoggerMessage(4, LogLevel.Debug, "The parse of document {Digest} ({Format}, {Bytes} bytes) was cancelled after {Milliseconds} ms.", SkipEnabledCheck = true)]
    private partial void Cancelled(string digest, string format, int bytes, long milliseconds);

    [LoggerMessage(5, LogLevel.Error, "The parser failed on document {Digest} ({Format}, {Bytes} bytes) after {Milliseconds} ms with {Defect}: a defect worth reporting.", SkipEnabledCheck = true)]
    private partial void Defect(string digest, string format, int bytes, long milliseconds, string defect);
}
