using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Snapshots;

namespace PerfEval.Parsing;

/// <summary>
/// What a report says as text to be compared with an approved one, as snapshot tests do: the same model always gives the same characters, another model others, and a
/// difference shows in the lines of the values that differ. docs/snapshots.md has the layout and what may change between versions.
/// </summary>
public static class ReportSnapshots
{
    // Chinese text is written as it is; a snapshot is never part of an HTML page.
    private static readonly JsonWriterOptions Json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A snapshot of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="options">What is shown and in which form; the defaults if left out.</param>
    /// <returns>Lines that end with a line feed on every system, the last one too; no byte-order mark.</returns>
    /// <exception cref="ArgumentException"><paramref name="report"/> is null, or an option has an impossible value.</exception>
    public static string ToSnapshot(this PerformanceReport report, SnapshotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        options ??= SnapshotOptions.Default;
        options.Validate();
        var tree = new SnapshotTree(options).Of(report);
        return options.Format == SnapshotFormat.Json ? Print(tree) : Print(SnapshotText.Lines(tree));
    }

    /// <summary>A snapshot of what a file gave: its status, why there is nothing if so, the diagnostics that none of its reports has, and its reports.</summary>
    /// <param name="result">What the file gave.</param>
    /// <param name="options">What is shown and in which form; the defaults if left out.</param>
    /// <returns>As <see cref="ToSnapshot(PerformanceReport, SnapshotOptions?)"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="result"/> is null, or an option has an impossible value.</exception>
    public static string ToSnapshot(this ParseResult result, SnapshotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        options ??= SnapshotOptions.Default;
        options.Validate();
        var trees = new SnapshotTree(options);
        var head = Head(result, trees, options);
        var reports = result.Reports.Select(trees.Of).ToList();
        if (options.Format == SnapshotFormat.Text)
            return Print(SnapshotText.Lines(head).Concat(reports.SelectMany((report, i) => SnapshotText.Lines(report).Prepend(Rule(i, reports.Count)))));
        head.Add("reports", new JsonArray([.. reports]));
        return Print(head);
    }

    private static JsonObject Head(ParseResult result, SnapshotTree trees, SnapshotOptions options)
    {
        var head = new JsonObject { ["status"] = CamelCase(result.Status), ["failure"] = result.Failure is { } failure ? CamelCase(failure.Reason) : null };
        // The message may quote a path of this machine.
        if (options.Diagnostics == SnapshotDiagnostics.Full)
            head.Add("message", result.Failure?.Message);
        if (options.IncludeFile)
            head.Add("name", SnapshotTree.FileName(result.Name));
        var ofReports = result.Reports.SelectMany(report => report.Diagnostics).ToHashSet();
        var all = ReportDiagnostics.Of(result.Document ?? new SourceDocument { Blocks = [] }, result.Diagnostics);
        if (trees.Of([.. all.Where(diagnostic => !ofReports.Contains(diagnostic))]) is { } others)
            head.Add("diagnostics", others);
        return head;
    }

    private static string CamelCase<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Rule(int index, int count) => string.Create(CultureInfo.InvariantCulture, $"--- report {index + 1} of {count} ---");

    private static string Print(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string Print(JsonObject tree)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, Json))
            tree.WriteTo(writer);
        return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)) + "\n";
    }
}
