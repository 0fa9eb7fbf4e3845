using System.Text;
using PerfEval.Parsing.Explaining;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Snapshots;
using PerfEval.Parsing.Viewing;
using PerfEval.Parsing.Writing;
using PerfEval.Parsing.Writing.Pdf;

namespace PerfEval.Parsing.Aot;

/// <summary>
/// Goes once through what a program does with the library and leaves every result as a file. The same run, compiled ahead of time and not, must leave
/// the same files.
/// </summary>
public sealed class SmokeRun(string reports, string font, string output)
{
    /// <summary>Goes through all of it.</summary>
    public void Run()
    {
        Directory.CreateDirectory(output);
        foreach (var path in Directory.EnumerateFiles(reports).Order(StringComparer.Ordinal))
            Read(Path.GetFileName(path), File.ReadAllBytes(path));
        var result = ReportParser.Default.Parse(File.ReadAllBytes(Path.Join(reports, "rural-water-2023.docx")), "rural-water-2023.docx");
        foreach (var format in ReportWriters.Formats)
            Write(result.Report, format);
        Keep("evidence.txt", Evidence(result));
        Keep("explained.txt", string.Concat(result.Explain("").Select(Line)) + string.Concat(result.Explain(r => r.Grade).Select(Line)));
        Keep("outline.txt", OutlineTextWriter.Write(result.Report));
        Keep("snapshot.txt", result.ToSnapshot());
        Keep("snapshot.json", result.ToSnapshot(new SnapshotOptions { Format = SnapshotFormat.Json, Evidence = SnapshotEvidence.Places, Diagnostics = SnapshotDiagnostics.Full, IncludeConfidence = true }));
        Keep("schema.json", ReportJsonSchema.Text);
        Keep("unreadable.txt", Unreadable());
        View(result);
    }

    private void Read(string name, byte[] bytes)
    {
        var result = ReportParser.Default.Parse(bytes, name);
        Keep($"read.{name}.json", string.Join('\n', result.Reports.Select(report => new JsonReportWriter().Write(report))));
    }

    private void Write(PerformanceReport report, string format)
    {
        var writer = format == "pdf" ? new PdfReportWriter(new PdfWriterOptions { FontFile = font }) : ReportWriters.For(format);
        using var file = new MemoryStream();
        writer.Write(report, file);
        File.WriteAllBytes(Path.Join(output, $"written.{format}"), file.ToArray());
        Read($"written.{format}", file.ToArray());
    }

    private static string Evidence(ParseResult result)
    {
        var last = result.Report.Indicators.Count - 1;
        var text = new StringBuilder();
        foreach (var evidence in (Evidence?[])
            [
                result.Evidence.For(r => r.Score), result.Evidence.For(r => r.Score!.Value), result.Evidence.For(r => r.FiscalYears[0]),
                result.Evidence.For(r => r.Indicators[last].Score), result.Evidence.For(r => r.Funding!.ExecutionRate!.Value), result.Evidence.For("/title"),
            ])
            text.Append(evidence?.ToString() ?? "none").Append('\n');
        return text.ToString();
    }

    private static string Line(Explanation explanation) =>
        $"{explanation.Pointer} = {explanation.Value} by {explanation.Rule?.English}; {string.Join(" | ", explanation.Candidates.Select(c => $"{c.Value} {c.Rule.Id} {c.Lost?.Id}"))}\n";

    private static string Unreadable()
    {
        var isRead = ReportParser.Default.TryParseBytes(new byte[] { 0x50, 0x4B, 3, 4, 0 }, out var result, "damaged.docx");
        return $"{isRead}\n{result.ToSnapshot(new SnapshotOptions { Diagnostics = SnapshotDiagnostics.Full })}";
    }

    private void View(ParseResult result)
    {
        using var page = File.Create(Path.Join(output, "view.html"));
        ReportView.Write(result, page);
    }

    private void Keep(string name, string text) => File.WriteAllText(Path.Join(output, name), text);
}
