using System.Globalization;
using System.Text;
using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>The account of a run for people.</summary>
internal static class SummaryText
{
    /// <summary>The whole account, at the end of a run.</summary>
    public static string Of(IngestionSummary summary)
    {
        var text = new StringBuilder();
        Line(text, "run", $"{summary.RunId}, {End(summary)} after {Time(summary.Elapsed)}{Rate(summary)}{(summary.End == IngestionEnd.Stopped ? "; the same command goes on from there" : "")}");
        if (summary.EndDetail is { } why)
            Line(text, "because", why);
        foreach (var note in summary.Notes)
            Line(text, "note", note);
        Line(text, "enumerated", Files(summary.Enumerated));
        foreach (var state in Enum.GetValues<FileState>())
            Line(text, "  " + Name(state), Files(summary.States.GetValueOrDefault(state)));
        Line(text, "account", Account(summary));
        Line(text, "documents", string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Documents:N0} parsed, {summary.Reports:N0} reports; {summary.Retries:N0} retries, {summary.WorkerStarts:N0} workers started, {summary.SinkRefusals:N0} refusals of the target or the disk"));
        if (summary.Reasons.Count > 0)
            Line(text, "reasons", Reasons(summary, int.MaxValue));
        return text.ToString();
    }

    /// <summary>The state of a run under way, in one line.</summary>
    /// <param name="summary">The figures so far.</param>
    /// <param name="total">How many files there will be, as far as was counted.</param>
    public static string Progress(IngestionSummary summary, long? total)
    {
        var done = summary.States.Values.Sum(count => count.Files);
        var seconds = summary.Elapsed.TotalSeconds;
        var rate = seconds > 0 ? done / seconds : 0;
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{done:N0}"));
        if (total is { } all && all >= done)
            text.Append(CultureInfo.InvariantCulture, $" of {all:N0}");
        text.Append(CultureInfo.InvariantCulture, $" files, {rate:N1} a second");
        if (total > done && rate > 0)
            text.Append(CultureInfo.InvariantCulture, $", {Time(TimeSpan.FromSeconds((total.Value - done) / rate))} to go");
        var failed = summary.States.GetValueOrDefault(FileState.Failed).Files;
        text.Append(CultureInfo.InvariantCulture, $"; {failed:N0} failed");
        if (summary.Reasons.Count > 0)
            text.Append(" (").Append(Reasons(summary, 4)).Append(')');
        // A run that waits for its target looks like one that hangs, unless it says so.
        if (summary.SinkRefusals > 0)
            text.Append(CultureInfo.InvariantCulture, $"; the target or the disk refused {summary.SinkRefusals:N0} times");
        return text.ToString();
    }

    private static string End(IngestionSummary summary) => summary.End switch
    {
        IngestionEnd.Finished => "finished",
        IngestionEnd.Stopped => "STOPPED",
        _ => "FAILED",
    };

    private static string Account(IngestionSummary summary)
    {
        if (!summary.Balances)
            return summary.End == IngestionEnd.Finished ? "DOES NOT ADD UP" : "open: the run did not come to its end";
        return summary switch
        {
            { SinkAgrees: false } => "THE TARGET HOLDS OTHER THAN WHAT WAS WRITTEN",
            { InSink: null } => "enumerated = complete + partial + failed + skipped, in files and bytes",
            _ => "enumerated = complete + partial + failed + skipped, in files and bytes; the target holds what was written",
        };
    }

    private static string Rate(IngestionSummary summary) => summary.Elapsed.TotalSeconds < 1
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", {summary.States.Values.Sum(count => count.Files) / summary.Elapsed.TotalSeconds:N1} files a second");

    private static string Reasons(IngestionSummary summary, int most)
    {
        var ordered = summary.Reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key).ToList();
        var listed = string.Join(", ", ordered.Take(most).Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Key} {reason.Value:N0}")));
        return ordered.Count > most ? listed + " …" : listed;
    }

    private static string Files(FileCount count) => string.Create(CultureInfo.InvariantCulture, $"{count.Files,12:N0} files {count.Bytes,18:N0} bytes");

    private static string Time(TimeSpan time) => time.ToString(time.TotalDays >= 1 ? @"d\.hh\:mm\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);

    private static string Name(FileState state) => state.ToString().ToLowerInvariant();

    private static void Line(StringBuilder text, string label, string value) => text.Append(label.PadRight(12)).Append(value).Append('\n');
}
