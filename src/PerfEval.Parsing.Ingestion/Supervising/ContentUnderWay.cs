using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Journals;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>A content between being read first and being written: paths that hold it too wait for its outcome, or have it at once.</summary>
/// <param name="key">The content.</param>
/// <param name="name">The first path in order that holds it: the document is named after it.</param>
internal sealed class ContentUnderWay(Key128 key, string name)
{
    private readonly Lock _lock = new();
    private readonly List<InventoryEntry> _waiting = [];
    private FileOutcome? _outcome;

    public Key128 Key => key;

    public string Name => name;

    /// <summary>The outcome, if it is known; otherwise the file waits for it.</summary>
    public FileOutcome? Join(InventoryEntry entry)
    {
        lock (_lock)
        {
            if (_outcome is null)
                _waiting.Add(entry);
            return _outcome;
        }
    }

    /// <summary>The outcome is known.</summary>
    /// <returns>Who waited for it.</returns>
    public IReadOnlyList<InventoryEntry> Finish(FileOutcome outcome)
    {
        lock (_lock)
        {
            _outcome = outcome;
            return _waiting;
        }
    }
}
