using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>Ctrl-C: the first time what is in flight is finished, the second time it is given up. Either way the run can go on later.</summary>
internal sealed class RunStop : IDisposable
{
    private readonly CancellationTokenSource _drain = new();
    private readonly CancellationTokenSource _abort;
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <summary>Listens to the signals of this process.</summary>
    /// <param name="said">Told what the user may expect.</param>
    /// <param name="outer">Whatever else stops the run at once.</param>
    public RunStop(Action<string> said, CancellationToken outer)
    {
        _abort = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            if (_drain.IsCancellationRequested)
            {
                said("stopping at once; the same command goes on from here.");
                _abort.Cancel();
            }
            else
            {
                said("finishing what is in flight; press Ctrl-C again to stop at once.");
                _drain.Cancel();
            }
        }));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            said("asked to end; stopping at once, the same command goes on from here.");
            _abort.Cancel();
        }));
    }

    /// <summary>No further files are begun.</summary>
    public CancellationToken Drain => _drain.Token;

    /// <summary>Files in flight are given up.</summary>
    public CancellationToken Abort => _abort.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _drain.Dispose();
        _abort.Dispose();
    }
}
