using System.Collections;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace PerfEval.Parsing.Model;

/// <summary>The evidence of a report's values, in the order of the fields, and by field. Two are equal when their entries are.</summary>
[CollectionBuilder(typeof(EvidenceIndex), nameof(Create))]
public sealed class EvidenceIndex : IReadOnlyList<EvidenceEntry>, IEquatable<EvidenceIndex>
{
    private readonly ValueList<EvidenceEntry> _entries;
    private Dictionary<string, Evidence>? _byPointer;

    private EvidenceIndex(ValueList<EvidenceEntry> entries) => _entries = entries;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public EvidenceEntry this[int index] => _entries[index];

    /// <summary>An index of the given entries; serves collection expressions.</summary>
    /// <param name="entries">The entries; of two with the same pointer the first is found.</param>
    /// <returns>The index.</returns>
    public static EvidenceIndex Create(ReadOnlySpan<EvidenceEntry> entries) => new(ValueList.Create(entries));

    /// <summary>The evidence of a field: <c>report.Evidence.For(r => r.Score)</c>, <c>For(r => r.Indicators[2].Score)</c>.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field: members of the report and items of its lists. The index of an item may be a variable.</param>
    /// <returns>The evidence; <see langword="null"/> where the field is not cited.</returns>
    /// <exception cref="ArgumentException">The expression names no field of the report.</exception>
    public Evidence? For<T>(Expression<Func<PerformanceReport, T>> field) => For(FieldPointer.Of(field));

    /// <summary>The evidence of a field.</summary>
    /// <param name="pointer">The field as a JSON Pointer: <c>/score/value</c>.</param>
    /// <returns>
    /// The field's own evidence, else that of the first value below it (<c>/score</c> gives that of <c>/score/value</c>);
    /// <see langword="null"/> where the report does not say.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="pointer"/> is null.</exception>
    public Evidence? For(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        return ByPointer().TryGetValue(pointer, out var own) ? own : Under(pointer).FirstOrDefault()?.Evidence;
    }

    /// <summary>The field's own evidence; <see langword="null"/> where it has none, whatever the values below it have.</summary>
    internal Evidence? Own(string pointer) => ByPointer().GetValueOrDefault(pointer);

    /// <summary>The evidence of a field and of all values below it, in order.</summary>
    /// <param name="pointer">The field as a JSON Pointer: <c>/funding</c>.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pointer"/> is null.</exception>
    public IEnumerable<EvidenceEntry> Under(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        return _entries.Where(e => e.Pointer.StartsWith(pointer, StringComparison.Ordinal) && (e.Pointer.Length == pointer.Length || e.Pointer[pointer.Length] == '/'));
    }

    /// <inheritdoc/>
    public IEnumerator<EvidenceEntry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(EvidenceIndex? other) => other is not null && _entries.Equals(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EvidenceIndex);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.GetHashCode();

    // Made by whoever asks first; two threads that ask at once make the same.
    private Dictionary<string, Evidence> ByPointer()
    {
        if (_byPointer is { } made)
            return made;
        var map = new Dictionary<string, Evidence>(_entries.Count, StringComparer.Ordinal);
        foreach (var entry in _entries)
            map.TryAdd(entry.Pointer, entry.Evidence);
        return _byPointer = map;
    }
}
