using PerfEval.Parsing.Cli.Outputs;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary>Counts what became of the inputs.</summary>
internal sealed class Tally
{
    private int _parsed;
    private int _unreadable;
    private int _reports;
    private DiagnosticSeverity? _worst;

    public string Summary => _parsed + _unreadable == 0
        ? "there is no file to parse."
        : $"{_parsed} of {_parsed + _unreadable} inputs parsed, {_reports} reports.";

    public void Add(FormattedResult result)
    {
        if (result.Readable)
            _parsed++;
        else
            _unreadable++;
        _reports += result.Reports;
        if (result.Worst is { } severity && !(_worst > severity))
            _worst = severity;
    }

    public int ExitCode(DiagnosticSeverity? failOn)
    {
        if (_parsed == 0)
            return Cli.ExitCode.NoneReadable;
        if (_unreadable > 0)
            return Cli.ExitCode.SomeUnreadable;
        return _worst >= failOn ? Cli.ExitCode.Findings : Cli.ExitCode.Success;
    }
}
