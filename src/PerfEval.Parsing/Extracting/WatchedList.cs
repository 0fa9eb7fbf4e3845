using System.Collections;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Extracting;

/// <summary>A list that whoever goes through it takes steps: a document's sentences may be many, and every extractor reads them.</summary>
/// <param name="items">What it holds.</param>
/// <param name="watch">Where the steps are taken.</param>
internal sealed class WatchedList<T>(List<T> items, ParseWatch watch) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>Goes through the items; nothing is allocated.</summary>
    public Enumerator GetEnumerator() => new(items, watch);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An item after the other, a step for each.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> _items;
        private readonly ParseWatch _watch;
        private int _next;

        internal Enumerator(List<T> items, ParseWatch watch) => (_items, _watch) = (items, watch);

        /// <inheritdoc/>
        public readonly T Current => _items[_next - 1];

        readonly object? IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_next >= _items.Count)
                return false;
            _watch.Step();
            _next++;
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _next = 0;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
