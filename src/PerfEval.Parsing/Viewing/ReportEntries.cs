using System.Globalization;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Viewing;

/// <summary>Something in the model that can be chosen in the page, with its places in the text.</summary>
/// <param name="Pointer">The field as a JSON Pointer; a diagnostic is <c>/diagnostics/0</c>.</param>
/// <param name="Places">Where it was read, in order; empty where no place is known.</param>
internal sealed record ViewEntry(string Pointer, IReadOnlyList<Place> Places)
{
    /// <summary>The evidence; <see langword="null"/> for diagnostics.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>The diagnostic; <see langword="null"/> for values.</summary>
    public ReportDiagnostic? Diagnostic { get; init; }
}

/// <summary>The entries of one report: its evidence in order, then its diagnostics.</summary>
internal sealed class ReportEntries
{
    private readonly Dictionary<string, ViewEntry> _byPointer = new(StringComparer.Ordinal);
    private readonly List<ViewEntry> _all = [];

    /// <summary>The entries of a report.</summary>
    public ReportEntries(PerformanceReport report)
    {
        foreach (var (pointer, evidence) in report.Evidence)
            Add(new ViewEntry(pointer, [evidence, .. evidence.More]) { Evidence = evidence });
        for (var i = 0; i < report.Diagnostics.Count; i++)
            Add(new ViewEntry(DiagnosticPointer(i), Places(report.Diagnostics[i])) { Diagnostic = report.Diagnostics[i] });
    }

    /// <summary>All entries.</summary>
    public IReadOnlyList<ViewEntry> All => _all;

    /// <summary>The pointer by which a diagnostic is chosen.</summary>
    public static string DiagnosticPointer(int index) => string.Create(CultureInfo.InvariantCulture, $"/diagnostics/{index}");

    /// <summary>A field's own entry; <see langword="null"/> where it has none.</summary>
    public ViewEntry? Own(string pointer) => _byPointer.GetValueOrDefault(pointer);

    /// <summary>A field's own entry, or that of the item or list that it belongs to.</summary>
    public ViewEntry? For(string pointer)
    {
        for (var at = pointer; at.Length > 0; at = at[..at.LastIndexOf('/')])
            if (Own(at) is { } entry)
                return entry;
        return null;
    }

    private void Add(ViewEntry entry)
    {
        if (_byPointer.TryAdd(entry.Pointer, entry))
            _all.Add(entry);
    }

    // A finding is shown by all its sides; one without sides by the field that it is about.
    private List<Place> Places(ReportDiagnostic diagnostic)
    {
        var places = diagnostic.Sides.SelectMany(Places).ToList();
        if (places.Count == 0 && diagnostic.Pointer is { } pointer && For(pointer) is { } entry)
            places.AddRange(entry.Places);
        return places;
    }

    private IEnumerable<Place> Places(DiagnosticSide side) =>
        side.Place is { } place ? [place] : side.Pointer is { } pointer && Own(pointer) is { } entry ? entry.Places : [];
}
