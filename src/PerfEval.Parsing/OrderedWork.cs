using System.Runtime.CompilerServices;

namespace PerfEval.Parsing;

/// <summary>Does work in parallel and yields the results in the order of the items.</summary>
internal static class OrderedWork
{
    // A slow item holds back the finished ones behind it; this many for each worker may wait in memory before the workers do.
    private const int WaitingPerJob = 4;

    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items,
        int jobs,
        Func<TItem, CancellationToken, TResult> work,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var token = stop.Token;
        var slots = new SemaphoreSlim(jobs);
        var pending = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                if (pending.Count == jobs * WaitingPerJob)
                    yield return await pending.Dequeue().WaitAsync(token).ConfigureAwait(false);
                pending.Enqueue(Task.Run(() => DoAsync(item), token));
            }

            while (pending.TryDequeue(out var next))
                yield return await next.WaitAsync(token).ConfigureAwait(false);
        }
        finally
        {
            // Whoever stops listening early (a closed pipe) also stops what is still running.
            await stop.CancelAsync().ConfigureAwait(false);
        }

        async Task<TResult> DoAsync(TItem item)
        {
            await slots.WaitAsync(token).ConfigureAwait(false);
            try
            {
                return work(item, token);
            }
            finally
            {
                slots.Release();
            }
        }
    }
}
