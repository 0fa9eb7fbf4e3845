using System.Diagnostics;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers.Frames;
using PerfEval.Parsing.Ingestion.Workers.Native;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>One worker process as the supervisor sees it: its frames, its errors, its memory and its end.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly TaskCompletionSource<WorkerGreeting> _greeting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<WorkerEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly Thread _errorReader;
    private WorkerExchange? _exchange;
    private WorkerEnd? _sentence;
    private long _peak;
    private long _steps;

    public WorkerProcess(Process process, WorkerLimits limits)
    {
        _process = process;
        Id = process.Id;
        Limits = limits;
        Frames = new FrameWriter(process.StandardInput.BaseStream);
        _errorReader = new Thread(ReadErrors) { IsBackground = true, Name = "worker errors" };
        _errorReader.Start();
        new Thread(ReadFrames) { IsBackground = true, Name = "worker frames" }.Start();
    }

    public int Id { get; }

    public WorkerLimits Limits { get; }

    public FrameWriter Frames { get; }

    public ErrorTail Errors { get; } = new();

    /// <summary>Said once it can take documents; fails with the process's end.</summary>
    public Task<WorkerGreeting> Greeting => _greeting.Task;

    /// <summary>How it ended, once it has.</summary>
    public Task<WorkerEnd> Ended => _ended.Task;

    /// <summary>Documents and archives that it has finished.</summary>
    public int Finished { get; set; }

    /// <summary>Steps of the document in flight, as last heard.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>The most memory seen since the exchange began, bytes.</summary>
    public long Peak => Interlocked.Read(ref _peak);

    /// <summary>Begins an exchange: frames go to it until another begins.</summary>
    public void Begin(WorkerExchange exchange)
    {
        Errors.Clear();
        Interlocked.Exchange(ref _peak, 0);
        Interlocked.Exchange(ref _steps, 0);
        lock (_gate)
            _exchange = exchange;
        if (_ended.Task.IsCompleted)
            exchange.End(_ended.Task.Result);
    }

    /// <summary>Looks how much memory the process holds.</summary>
    /// <returns>Bytes; 0 where the system does not say.</returns>
    public long Look()
    {
        var resident = ProcessMemory.Resident(Id) ?? 0;
        Note(resident);
        return resident;
    }

    public void Note(Pulse pulse)
    {
        Note(pulse.WorkingSet);
        if (pulse.Steps > Steps)
            Interlocked.Exchange(ref _steps, pulse.Steps);
    }

    /// <summary>Ends the process and all that it started. The first reason given stands.</summary>
    public void Kill(IngestionReason reason, string detail)
    {
        lock (_gate)
            _sentence ??= new WorkerEnd(reason, detail, null);
        EndProcess();
    }

    /// <summary>The same for a process that seems to be gone: the true end, if there is one, stands.</summary>
    public void KillUnlessEnded(IngestionReason reason, string detail)
    {
        if (!_process.WaitForExit(LastWords))
            Kill(reason, detail);
    }

    public async ValueTask DisposeAsync()
    {
        EndProcess();
        await _ended.Task.ConfigureAwait(false);
        _process.Dispose();
    }

    private void EndProcess()
    {
        if (_ended.Task.IsCompleted)
            return;
        try
        {
            if (!_process.HasExited && (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()))
                _ = Posix.Kill(-Id, Posix.SignalKill);
            _process.Kill(entireProcessTree: false);
        }
        // It ended by itself in between.
        catch (InvalidOperationException)
        {
            Debug.Assert(_process.HasExited, "Only a process that ended cannot be ended.");
        }
    }

    private void Note(long memory)
    {
        if (memory > Peak)
            Interlocked.Exchange(ref _peak, memory);
    }

    private void ReadFrames()
    {
        try
        {
            var reader = new FrameReader(_process.StandardOutput.BaseStream);
            while (reader.TryRead(out var type, out var payload))
                Take(type, payload);
        }
        catch (InvalidDataException e)
        {
            Kill(IngestionReason.ProtocolError, $"The worker's answer was no answer: {e.Message}");
        }
        catch (IOException e)
        {
            Kill(IngestionReason.ProtocolError, $"The worker could not be listened to: {e.Message}");
        }

        Conclude();
    }

    private void Take(FrameType type, ReadOnlyMemory<byte> payload)
    {
        switch (type)
        {
            case FrameType.Heartbeat:
                Note(FrameMessages.Read(payload, Pulse.Read));
                break;
            case FrameType.Ready:
                _greeting.TrySetResult(WorkerGreeting.From(payload.Span));
                break;
            default:
                (Exchange() ?? throw new InvalidDataException("It was not asked.")).Take(type, payload);
                break;
        }
    }

    private WorkerExchange? Exchange()
    {
        lock (_gate)
            return _exchange;
    }

    private void Conclude()
    {
        if (!_process.WaitForExit(Ending))
            Kill(IngestionReason.ProtocolError, "The worker closed its output and went on.");
        _process.WaitForExit();
        // What it started must not outlive it.
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
            _ = Posix.Kill(-Id, Posix.SignalKill);
        _errorReader.Join(LastWords);
        var natural = WorkerEnd.Of(_process.ExitCode, Errors.Text());
        WorkerEnd end;
        lock (_gate)
            end = _sentence is { } sentence ? sentence with { ExitCode = natural.ExitCode } : natural;
        _ended.SetResult(end);
        _greeting.TrySetException(new WorkersBrokenException($"A worker ended before it was ready. {end.Detail} {Errors.Last(1000)}".TrimEnd()));
        Exchange()?.End(end);
    }

    private void ReadErrors()
    {
        var buffer = new byte[4096];
        try
        {
            for (int read; (read = _process.StandardError.BaseStream.Read(buffer)) > 0;)
                Errors.Add(buffer.AsSpan(0, read));
        }
        // The stream is closed with the process while something that it started still holds the other end.
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            Errors.Add("(the error stream was cut off)"u8);
        }
    }
}
