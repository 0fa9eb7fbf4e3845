namespace PerfEval.Parsing.Evaluation;

/// <summary>The figures of a comparison.</summary>
public sealed class DifferenceSummary
{
    private readonly SortedDictionary<string, FieldDifferences> _fields = new(StringComparer.Ordinal);
    private readonly int[] _changes = new int[Enum.GetValues<ReportChange>().Length];

    /// <summary>What became of the values of each field, in ordinal order of the fields; fields without a difference are left out.</summary>
    public IReadOnlyCollection<FieldDifferences> Fields => _fields.Values;

    /// <summary>Whether a value, a report or a document was lost.</summary>
    public bool HasLosses => Count(ReportChange.Removed) + Count(ReportChange.FailsNow) > 0 || _fields.Values.Any(one => one.Lost > 0);

    /// <summary>Whether anything differs.</summary>
    public bool HasChanges => Enum.GetValues<ReportChange>().Any(change => change is not (ReportChange.Same or ReportChange.StillFails) && Count(change) > 0);

    /// <summary>How many reports something became of.</summary>
    /// <param name="change">What became of them.</param>
    /// <returns>Their number.</returns>
    public int Count(ReportChange change) => _changes[(int)change];

    internal void Add(ReportDifference report)
    {
        _changes[(int)report.Change]++;
        foreach (var field in report.Differences.GroupBy(difference => difference.Field, StringComparer.Ordinal))
        {
            var before = _fields.GetValueOrDefault(field.Key) ?? new FieldDifferences(field.Key, 0, 0, 0, 0);
            _fields[field.Key] = before with
            {
                Reports = before.Reports + 1,
                Gained = before.Gained + field.Count(difference => difference.Kind == DifferenceKind.Gained),
                Lost = before.Lost + field.Count(difference => difference.Kind == DifferenceKind.Lost),
                Changed = before.Changed + field.Count(difference => difference.Kind == DifferenceKind.Changed),
            };
        }
    }
}

/// <summary>The differences of one field over all reports.</summary>
/// <param name="Field">The field.</param>
/// <param name="Reports">In how many reports it differs.</param>
/// <param name="Gained">How many values were gained.</param>
/// <param name="Lost">How many values were lost.</param>
/// <param name="Changed">How many values changed.</param>
public sealed record FieldDifferences(string Field, int Reports, int Gained, int Lost, int Changed);
