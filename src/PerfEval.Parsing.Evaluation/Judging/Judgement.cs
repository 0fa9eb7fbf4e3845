using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>One field of one report, as it is being judged: both counts and the misses.</summary>
/// <param name="name">The field.</param>
/// <param name="misses">Where misses go.</param>
/// <param name="places">The evidence of the parsed report.</param>
internal sealed class Judgement(string name, List<Miss> misses, Places places)
{
    private MatchCount _strict;
    private MatchCount _soft;

    /// <summary>The field.</summary>
    public string Field => name;

    /// <summary>Counts values by equality.</summary>
    public void Strictly(int right, int wrong, int missed) => _strict = _strict.Add(new MatchCount(right, wrong, missed));

    /// <summary>Counts values with near ones in part.</summary>
    public void Softly(double right, double wrong, double missed) => _soft = _soft.Add(new MatchCount(right, wrong, missed));

    /// <summary>Counts a whole list: what of it is right, of as many as were read and as many as the gold has.</summary>
    public void Lists(int equal, double near, int read, int gold)
    {
        Strictly(equal, read - equal, gold - equal);
        Softly(near, read - near, gold - near);
    }

    /// <summary>Notes a value that was read otherwise.</summary>
    public void Miss(string what, string? wanted, string? got, string? pointer = null, double closeness = 0, string? item = null) => misses.Add(new Miss(what, wanted, got)
    {
        Item = item,
        Pointer = got is null ? null : pointer,
        Place = got is null || pointer is null ? null : places.Of(pointer),
        Closeness = closeness,
    });

    /// <summary>The counts. What is right by equality is right softly too, however the rows were aligned.</summary>
    public FieldScore Score() => new(name, _strict, _soft.Right < _strict.Right || _strict.IsPerfect ? _strict : _soft);
}
