using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Cli.Outputs;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Writing;
using PerfEval.Parsing.Writing.Pdf;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary>One run of <c>perfeval convert</c>: list the inputs, read and write them in parallel, put the files down in order.</summary>
internal sealed class ConvertRun(ConvertSettings settings, Terminal terminal)
{
    private readonly ProgressView _view = new(terminal);
    private readonly InputParser _parser = new(new ReportParser(new ReportParserOptions { Passwords = settings.Passwords, Vocabulary = settings.Vocabulary }), terminal.Input);
    private readonly Tally _tally = new();
    private readonly IReportWriter _writer = settings is { Format: "pdf", Font: { } font } ? new PdfReportWriter(new PdfWriterOptions { FontFile = font }) : ReportWriters.For(settings.Format);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var inputs = InputList.Expand(settings.Inputs);
        if (Refusal(inputs) is { } refusal)
        {
            _view.Say(refusal);
            return ExitCode.Usage;
        }

        var files = new ConvertedFiles(settings, inputs, terminal.Output);
        try
        {
            await _view.RunAsync(inputs.Files.Count, () => ConvertAllAsync(inputs, files, cancellationToken));
        }
        // What the format needs is missing: no input could be written.
        catch (UnwritableReportException e)
        {
            _view.Say($"{e.Reason}: {e.Message} With perfeval convert, --font names it.");
            return ExitCode.Usage;
        }

        if (inputs.Several)
            _view.Say(_tally.Summary);
        return _tally.ExitCode(failOn: null);
    }

    private string? Refusal(InputList inputs) =>
        !settings.ToDirectory && !settings.ToStandardOutput && inputs.Contains(settings.Output) ? $"{settings.Output} is also an input; nothing was written."
        : inputs.Several && !settings.ToDirectory ? $"Several inputs need a directory to be written to; {settings.Output} is none (its name would end with /)."
        : null;

    private async Task ConvertAllAsync(InputList inputs, ConvertedFiles files, CancellationToken cancellationToken)
    {
        var results = OrderedWork.RunAsync(inputs.Files, Environment.ProcessorCount, Convert, cancellationToken);
        await foreach (var result in results)
        {
            foreach (var remark in result.Remarks)
                _view.Say(remark);
            files.Write(result.Input, result.Texts);
            _tally.Add(result);
            _view.Advance();
        }
    }

    private FormattedResult Convert(InputFile input, CancellationToken cancellationToken)
    {
        var read = _parser.Parse(input, cancellationToken);
        if (read.Error is { } error)
            return new FormattedResult(input, false, 0, null, [], [$"{input.Path}: {error.Code}: {error.Message}"]);
        var parsed = read.Result!;
        if (settings.ToStandardOutput && parsed.Reports.Count > 1)
            return new FormattedResult(input, false, 0, null, [], [$"{input.Path} holds {parsed.Reports.Count} reports, which need a file each: name an output file or directory."]);
        var remarks = parsed.Status == ParseStatus.Partial
            ? (string[])[$"{input.Path}: read only in part: {parsed.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error)?.Message}"] : [];
        return new FormattedResult(input, true, parsed.Reports.Count, null, [.. parsed.Reports.Select(Bytes)], remarks);
    }

    private byte[] Bytes(Model.PerformanceReport report)
    {
        using var file = new MemoryStream();
        _writer.Write(report, file);
        return file.ToArray();
    }
}
