using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing;

/// <summary>
/// Writes a report as the JSON object of the contract: UTF-8, stable order, every field present, <c>null</c> where the report does not say.
/// </summary>
public sealed class JsonReportWriter : IReportWriter
{
    private readonly ReportJsonContext _context;

    /// <summary>A writer.</summary>
    /// <param name="indented">Whether the object is laid out over several lines for people; <see langword="false"/> gives one line.</param>
    public JsonReportWriter(bool indented = true) =>
        // Chinese text is written as it is; the output is a document of its own, never part of an HTML page.
        _context = new ReportJsonContext(new JsonSerializerOptions(ReportJsonContext.Default.Options)
        {
            WriteIndented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public void Write(PerformanceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        JsonSerializer.Serialize(output, report, _context.PerformanceReport);
    }

    /// <summary>The report's JSON as a string.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The JSON.</returns>
    public string Write(PerformanceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(report, _context.PerformanceReport);
    }

    /// <summary>Reads a report back from its JSON, as <see cref="JsonReportReader"/> does.</summary>
    /// <param name="json">The JSON of one report.</param>
    /// <returns>The report.</returns>
    /// <exception cref="JsonException">The text is not the JSON of a report.</exception>
    public static PerformanceReport Read(string json) => JsonReportReader.Read(json);
}
