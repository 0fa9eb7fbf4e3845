using System.Runtime.CompilerServices;
using PerfEval.Parsing.Ingestion.Inputs;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>Takes no archive apart: each is a file as any other.</summary>
internal sealed class UnexpandedArchives : IArchiveExpander
{
    public async IAsyncEnumerable<ArchiveMember> ExpandAsync(
        DocumentContent archive, ArchiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return new ArchiveMember { RawName = default, Name = "", End = true, IsDocument = true };
    }
}
