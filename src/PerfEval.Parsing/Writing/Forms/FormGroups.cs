using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Forms;

/// <summary>The first and second level of indicators, merged over neighbours that share them.</summary>
internal sealed class FormGroups(IReadOnlyList<Indicator> indicators, string nothing)
{
    /// <summary>The cells of both levels that begin in a row.</summary>
    internal IEnumerable<FormCell> Cells(int index, int column1, int column2)
    {
        var (before, now) = (index > 0 ? indicators[index - 1] : new Indicator(), indicators[index]);
        if (index == 0 || now.Level1 is null || now.Level1 != before.Level1)
            yield return Cell(column1, now.Level1, Running1(index) is not null, Run(index, IsSame1));
        if (index == 0 || now.Level2 is null || !IsSame2(before, now))
            yield return Cell(column2, now.Level2, IsCarried2(index), Run(index, IsSame2));
    }

    private FormCell Cell(int column, string? name, bool isCarried, int rows) =>
        // Below a name, a blank cell would be understood as that name merged down.
        new(column, FormCellKind.Value, name ?? (isCarried ? nothing : "")) { RowSpan = name is null ? 1 : rows, NamesGroup = true };

    private static bool IsSame1(Indicator a, Indicator b) => a.Level1 is not null && a.Level1 == b.Level1;

    private static bool IsSame2(Indicator a, Indicator b) => a.Level1 == b.Level1 && a.Level2 is not null && a.Level2 == b.Level2;

    private int Run(int first, Func<Indicator, Indicator, bool> same)
    {
        var end = first + 1;
        while (end < indicators.Count && same(indicators[first], indicators[end]))
            end++;
        return end - first;
    }

    /// <summary>The first level that a blank cell would be taken for: that of the row above.</summary>
    private string? Running1(int index) => index > 0 ? indicators[index - 1].Level1 : null;

    // A new first level begins with its own second level.
    private bool IsCarried2(int index) =>
        index > 0 && indicators[index - 1].Level2 is not null && (indicators[index].Level1 is null || indicators[index].Level1 == indicators[index - 1].Level1);
}
