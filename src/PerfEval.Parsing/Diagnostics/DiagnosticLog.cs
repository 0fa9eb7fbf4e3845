using System.Globalization;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Diagnostics;

/// <summary>Collects diagnostics along the path of one parse. It only grows, and only up to a bound. Not thread-safe: one log belongs to one parse.</summary>
public sealed class DiagnosticLog
{
    private readonly List<Diagnostic> _items = [];
    private readonly int _capacity;

    /// <summary>An empty log.</summary>
    /// <param name="capacity">The most diagnostics it keeps; further ones are counted only.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is not positive.</exception>
    public DiagnosticLog(int capacity = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <summary>The diagnostics in the order they were found.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>How many diagnostics were found beyond the bound.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether anything is missing from the result: a diagnostic of severity <see cref="DiagnosticSeverity.Error"/> was found.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Notes a finding.</summary>
    /// <param name="code">What kind of thing it is.</param>
    /// <param name="message">What was found.</param>
    /// <param name="span">Where it was found; <see langword="null"/> where that is no single place.</param>
    /// <param name="pointer">The model's field that it is about, as a JSON Pointer; <see langword="null"/> where it is about none.</param>
    public void Add(DiagnosticCode code, string message, SourceSpan? span = null, string? pointer = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(message);
        Add(new Diagnostic(code, message) { Span = span, Pointer = pointer });
    }

    /// <summary>The limit that was reached first; <see langword="null"/> where none was.</summary>
    internal string? Limit => _items.Find(d => d.Limit is not null)?.Limit;

    /// <summary>Notes that a limit was reached.</summary>
    /// <param name="limit">The member of <c>ParseLimits</c>.</param>
    /// <param name="value">Its value.</param>
    /// <param name="what">What reached it: "The text has more blocks than".</param>
    /// <param name="then">What became of the rest.</param>
    internal void Reached(string limit, IFormattable value, string what, string then = "the rest was left out") => Add(
        new Diagnostic(DiagnosticCode.LimitReached, string.Create(CultureInfo.InvariantCulture, $"{what} ParseLimits.{limit} ({value}) allows; {then}.")) { Limit = limit });

    /// <summary>Notes a finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (_items.Count < _capacity)
            _items.Add(diagnostic);
        else
            Dropped++;
    }
}
