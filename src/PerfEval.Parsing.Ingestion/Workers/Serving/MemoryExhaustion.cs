using System.Runtime.ExceptionServices;

namespace PerfEval.Parsing.Ingestion.Workers.Serving;

/// <summary>Notices that memory ran out even where a library swallows the exception, so that what is missing then is not taken for complete.</summary>
internal sealed class MemoryExhaustion
{
    private int _seen;

    public MemoryExhaustion() => AppDomain.CurrentDomain.FirstChanceException += Note;

    public bool Seen => Volatile.Read(ref _seen) != 0;

    public void Forget() => Volatile.Write(ref _seen, 0);

    private void Note(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception is OutOfMemoryException)
            Volatile.Write(ref _seen, 1);
    }
}
