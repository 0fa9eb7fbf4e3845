using PerfEval.Parsing.Ingestion.Workers.Frames;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing.Ingestion.Workers.Serving;

/// <summary>Tells the supervisor four times a second how far the work has come; silent while there is none.</summary>
internal sealed class Heartbeat
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly FrameWriter _output;
    private readonly object _gate = new();
    private bool _working;
    private ParseProgress _progress = new();

    public Heartbeat(FrameWriter output)
    {
        _output = output;
        new Thread(Beat) { IsBackground = true, Name = "heartbeat" }.Start();
    }

    /// <summary>Whose steps are told from now on.</summary>
    public void Begin(ParseProgress progress)
    {
        lock (_gate)
        {
            _progress = progress;
            _working = true;
            Monitor.Pulse(_gate);
        }
    }

    public void End()
    {
        lock (_gate)
            _working = false;
    }

    public Pulse Pulse() => new(Progress().Steps, GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet);

    private void Beat()
    {
        try
        {
            while (true)
            {
                AwaitWork();
                Thread.Sleep(Interval);
                if (IsWorking())
                    _output.Write(FrameType.Heartbeat, Pulse().Write);
            }
        }
        // Nobody listens any more: there is nothing left to do for this process.
        catch (IOException)
        {
            WorkerSession.Leave();
        }
    }

    private void AwaitWork()
    {
        lock (_gate)
            while (!_working)
                Monitor.Wait(_gate);
    }

    private bool IsWorking()
    {
        lock (_gate)
            return _working;
    }

    private ParseProgress Progress()
    {
        lock (_gate)
            return _progress;
    }
}
