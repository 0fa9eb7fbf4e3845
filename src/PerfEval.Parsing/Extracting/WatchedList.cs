using System.Collections;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Extracting;

/// <summary>A list that whoever goes through it takes steps: a document's sentences may be many, and every extractor reads them.</summary>
/// <param name="items">What it holds.</param>
/// <param name="watch">Where the steps are taken.</param>
internal sealed class WatchedList<T>(IReadOnlyList<T> items, ParseWatch watch) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => watch.Over(items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
