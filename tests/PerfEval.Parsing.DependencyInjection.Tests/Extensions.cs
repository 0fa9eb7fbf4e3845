using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.PlainText;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.DependencyInjection.Tests;

/// <summary>A host's extractor: counts, or fails with document text in its message, as a careless one would.</summary>
internal sealed class HostExtractor(bool fails = false) : IFactExtractor
{
    private int _calls;

    public int Calls => _calls;

    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        Interlocked.Increment(ref _calls);
        if (fails)
            throw new FormatException($"cannot read {DependencyInjection.Tests.Documents.Marker}");
    }
}

/// <summary>A host's reader of text that stays in the document until it is let go or cancelled.</summary>
internal sealed class SlowReader : IDocumentReader
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _go;

    public DocumentFormat Format => DocumentFormat.Txt;

    /// <summary>Somebody is in it.</summary>
    public Task Started => _started.Task;

    /// <summary>Somebody was cancelled in it.</summary>
    public Task Cancelled => _cancelled.Task;

    public void LetGo() => _go = true;

    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        _started.TrySetResult();
        try
        {
            while (!_go)
            {
                context.Step();
                Thread.Sleep(1);
            }
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }

        return new PlainTextReader().Read(bytes, context);
    }
}

/// <summary>A host's reader that fails with document text in its message.</summary>
internal sealed class FailingReader : IDocumentReader
{
    public DocumentFormat Format => DocumentFormat.Txt;

    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context) => throw new FormatException($"cannot read {DependencyInjection.Tests.Documents.Marker}");
}
