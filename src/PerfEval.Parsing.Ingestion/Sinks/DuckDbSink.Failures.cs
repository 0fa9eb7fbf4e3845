using System.Runtime.CompilerServices;
using PerfEval.Parsing.Ingestion.Sinks.DuckDb;

namespace PerfEval.Parsing.Ingestion.Sinks;

/// <summary>The dead letters of the database.</summary>
public sealed partial class DuckDbSink : IDeadLetterSource
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<DeadLetter> ReadFailuresAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Reading must not make a database.
        if (!File.Exists(_session.Path))
            throw new SinkException($"There is no database at {_session.Path}.") { IsPermanent = true };
        IReadOnlyList<DeadLetter> page = [];
        do
        {
            var after = page.Count == 0 ? "" : page[^1].FileId;
            page = await Act(() => DuckDbFailures.Read(_session, after), cancellationToken).ConfigureAwait(false);
            foreach (var letter in page)
                yield return letter;
        }
        while (page.Count == DuckDbFailures.PageSize);
    }
}
