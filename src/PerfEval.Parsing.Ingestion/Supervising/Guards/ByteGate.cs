namespace PerfEval.Parsing.Ingestion.Supervising.Guards;

/// <summary>Lets so many bytes in at a time. What is larger than all of it is let in alone. For one who enters and many who leave.</summary>
internal sealed class ByteGate(long capacity)
{
    private readonly Lock _lock = new();
    private long _inside;
    private TaskCompletionSource? _left;

    /// <summary>Waits until there is room.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before there was.</exception>
    public async Task EnterAsync(long bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task left;
            lock (_lock)
            {
                if (_inside == 0 || _inside + bytes <= capacity)
                {
                    _inside += bytes;
                    return;
                }

                _left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                left = _left.Task;
            }

            await left.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Leave(long bytes)
    {
        lock (_lock)
        {
            _inside -= bytes;
            _left?.TrySetResult();
            _left = null;
        }
    }
}
