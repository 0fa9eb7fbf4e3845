using PerfEval.Parsing.Ingestion.Inputs;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>Takes every archive for a document.</summary>
internal sealed class NoArchives : IArchiveExpander
{
    public async IAsyncEnumerable<ArchiveMember> ExpandAsync(
        DocumentContent archive, ArchiveLimits limits, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return new ArchiveMember { RawName = default, Name = "", End = true, IsDocument = true };
    }
}
