using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>Turns a result into the bytes and remarks that it adds to the output.</summary>
internal sealed class ResultFormatter
{
    private readonly OutputLayout _layout;
    private readonly IReportWriter _writer;
    private readonly JsonWriterOptions _json;
    private readonly bool _named;

    /// <summary>A formatter.</summary>
    /// <param name="layout">The form of the output.</param>
    /// <param name="named">Whether an outline or snapshot is headed by the input's path, because others stand beside it.</param>
    public ResultFormatter(OutputLayout layout, bool named)
    {
        _layout = layout;
        _named = named;
        _writer = layout switch
        {
            OutputLayout.Outline => new OutlineTextWriter(),
            OutputLayout.Snapshot => new SnapshotWriter(),
            _ => new JsonReportWriter(indented: layout == OutputLayout.Json),
        };
        _json = new JsonWriterOptions
        {
            Indented = layout == OutputLayout.Json,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
    }

    private bool IsText => _layout is OutputLayout.Outline or OutputLayout.Snapshot;

    public FormattedResult Format(InputResult result)
    {
        if (result.Error is { } error)
            return new FormattedResult(result.Input, false, 0, null, ErrorTexts(result.Input, error), [$"{result.Input.Path}: {error.Code}: {error.Message}"]);

        var parsed = result.Result!;
        return new FormattedResult(
            result.Input,
            Readable: true,
            parsed.Reports.Count,
            parsed.Diagnostics.Count == 0 ? null : parsed.Diagnostics.Max(diagnostic => diagnostic.Severity),
            [.. parsed.Reports.Select(report => ReportText(report, result.Input))],
            [.. Remarks(result.Input, parsed)]);
    }

    private byte[] ReportText(PerformanceReport report, InputFile input)
    {
        using var text = new MemoryStream();
        if (IsText && _named)
            text.Write(Terminal.Utf8.GetBytes($"{input.Path}:\n"));
        _writer.Write(report, text);
        return text.ToArray();
    }

    private List<byte[]> ErrorTexts(InputFile input, InputError error)
    {
        if (IsText)
            return [];
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, _json))
        {
            json.WriteStartObject();
            json.WriteStartObject("source");
            json.WriteString("path", input.Path);
            json.WriteEndObject();
            json.WriteStartObject("error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [text.ToArray()];
    }

    private static IEnumerable<string> Remarks(InputFile input, ParseResult parsed)
    {
        if (parsed.Status != ParseStatus.Partial)
            yield break;
        var missing = parsed.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        yield return $"{input.Path}: read only in part: {missing?.Message ?? "see its diagnostics"}";
    }
}
