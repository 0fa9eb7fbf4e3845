using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>
/// Starts processes from one thread that lives as long as they do: Linux ends a child "when its parent ends" already when the thread ends that
/// started it, and threads of the pool come and go.
/// </summary>
internal sealed class ProcessStarter : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _requests = [];
    private readonly Thread _thread;

    public ProcessStarter()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "worker starter" };
        _thread.Start();
    }

    /// <exception cref="WorkersBrokenException">The program cannot be started at all.</exception>
    public Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Add((start, started));
        return started.Task;
    }

    public void Dispose()
    {
        _requests.CompleteAdding();
        _thread.Join();
        _requests.Dispose();
    }

    private void Run()
    {
        foreach (var (start, started) in _requests.GetConsumingEnumerable())
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
            {
                started.SetException(new WorkersBrokenException($"The program \"{start.FileName}\" cannot be started: {e.Message}", e));
            }
    }
}
