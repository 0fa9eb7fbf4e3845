using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Structuring;

/// <summary>
/// Gives each heading its place in the tree. The ladder of number shapes is learnt from the report itself: a shape that is new goes one step
/// down, a shape that is known goes back to its step, if its value can continue there.
/// </summary>
internal sealed class LevelLadder
{
    private const int LargestGap = 4;

    private static readonly HashSet<SectionKind> Chapters =
    [
        SectionKind.Basics, SectionKind.EvaluationWork, SectionKind.Conclusion, SectionKind.Achievements, SectionKind.Experiences, SectionKind.Problems,
        SectionKind.Recommendations, SectionKind.ResultUse, SectionKind.OtherMatters, SectionKind.Deviation, SectionKind.IndicatorAnalysis,
        SectionKind.Preface, SectionKind.Abstract, SectionKind.Attachments, SectionKind.ObjectiveCompletion,
    ];

    private readonly List<Rung> _rungs = [];
    private readonly Dictionary<string, int> _looks = new(StringComparer.Ordinal);
    private readonly Dictionary<OutlineSection, int> _markedLevels = [];
    private readonly IReadOnlyList<Heading> _headings;
    private readonly NumberShape _first;
    private readonly bool _anyNumbers;
    private Rung? _replaced;

    /// <summary>A ladder for the headings of one report.</summary>
    public LevelLadder(IReadOnlyList<Heading> headings)
    {
        _headings = headings;
        _first = headings.Select(h => Meant(h.Number.Shape)).FirstOrDefault(s => s is not NumberShape.None);
        _anyNumbers = headings.Any(h => h.Number.Shape != NumberShape.None);
    }

    private sealed record Rung(OutlineSection Section, NumberShape Shape, int Value, bool RunIn);

    /// <summary>The section under which the next heading goes; <see langword="null"/> at the first level. The heading's section must be pushed then.</summary>
    /// <param name="index">The heading's index.</param>
    /// <param name="kinds">What its wording names, place apart.</param>
    public OutlineSection? Place(int index, IReadOnlyList<SectionKind> kinds)
    {
        var heading = _headings[index];
        var keep = heading.IsAnnex || IsFront(kinds, heading) ? 0
            : heading.Number.Shape == NumberShape.None ? Unnumbered(index, kinds)
            : Numbered(index);
        // A heading whose number was lost takes the place of a numbered one: the numbering goes on behind it.
        _replaced = heading.Number.Shape == NumberShape.None && !heading.IsAnnex && keep < _rungs.Count ? _rungs[keep] : null;
        _rungs.RemoveRange(keep, _rungs.Count - keep);
        return keep == 0 ? null : _rungs[keep - 1].Section;
    }

    /// <summary>Sets the section that was placed last on the ladder.</summary>
    public void Push(OutlineSection section, Heading heading)
    {
        var shape = Meant(heading.Number.Shape);
        var value = heading.Number.Value;
        if (heading.Look is { } look && heading.Number.Shape != NumberShape.None && !heading.IsRunIn)
            _looks[look] = _rungs.Count;
        _rungs.Add(_replaced is { } before
            ? before with { Section = section, RunIn = heading.IsRunIn }
            : new Rung(section, shape, value == 0 ? LastSibling(section) + 1 : value, heading.IsRunIn));
    }

    /// <summary>Forgets the ladder: the body begins anew after an abstract.</summary>
    public void Reset() => _rungs.Clear();

    private int LastSibling(OutlineSection section) => section.Parent is { Children.Count: > 1 } parent ? parent.Children.Count - 1 : 0;

    private static bool IsFront(IReadOnlyList<SectionKind> kinds, Heading heading) =>
        heading.Number.Shape == NumberShape.None && kinds is [SectionKind.Abstract] or [SectionKind.Preface];

    /// <summary>How many rungs stay below a numbered heading.</summary>
    private int Numbered(int index)
    {
        var heading = _headings[index];
        var shape = Meant(heading.Number.Shape);
        var value = heading.Number.Value;
        if (LeavesFrontMatter(index, shape, value))
            return 0;
        var found = -1;
        for (var i = _rungs.Count - 1; i >= 0; i--)
        {
            if (!SameShape(_rungs[i], shape, value))
                continue;
            if (CanFollow(_rungs[i].Value, value))
                return i;
            found = found < 0 ? i : found;
        }

        // The same shape further up cannot go on with this value: 1 opens a new list one step down, another value is a slip in numbering.
        if (found >= 0 && !(value == 1 && found < _rungs.Count - 1))
            return found;
        if (found >= 0)
            return _rungs.Count;
        var keep = _rungs.Count;
        while (keep > 0 && _rungs[keep - 1].Shape != NumberShape.None && Rank(_rungs[keep - 1].Shape) > Rank(shape))
            keep--;
        // An unnumbered heading does not hold numbered ones of the first level.
        if (shape == _first && keep > 0 && !InAbstract())
            return 0;
        return keep;
    }

    // 一、 again after an abstract that had its own 一、二、三 is the body; so is the first 一、 where the abstract is plain text.
    private bool LeavesFrontMatter(int index, NumberShape shape, int value)
    {
        if (_rungs.Count == 0 || _rungs[0].Shape != NumberShape.None)
            return false;
        var kinds = _rungs[0].Section.Kinds;
        if (kinds.Contains(SectionKind.Preface))
            return shape == _first;
        if (!kinds.Contains(SectionKind.Abstract) || shape != _first)
            return false;
        if (_rungs.Count > 1 && SameShape(_rungs[1], shape, value))
            return value == 1 && _rungs[1].Value >= 1;
        return value == 1 && !_headings.Skip(index + 1).Any(h => !h.IsAnnex && h.Number.Shape == shape && h.Number.Value == 1);
    }

    private bool InAbstract() => _rungs.Count > 0 && _rungs[0].Section.Kinds.Contains(SectionKind.Abstract);

    /// <summary>How many rungs stay below an unnumbered heading.</summary>
    private int Unnumbered(int index, IReadOnlyList<SectionKind> kinds)
    {
        var heading = _headings[index];
        if (_rungs.Count == 0)
            return 0;
        if (heading.OutlineLevel is int level && LevelBelow(level) is int below)
            return below;
        // Between 1.资金到位情况分析。… and 2.资金管理情况分析。… a run-in head without number is their sibling.
        if (heading.IsRunIn)
        {
            for (var i = _rungs.Count - 1; i >= 0; i--)
                if (_rungs[i].RunIn)
                    return i;
            return _rungs.Count;
        }

        if (!_anyNumbers)
            return 0;
        if (heading.Look is { } look && _looks.TryGetValue(look, out var depth))
            return Math.Min(depth, _rungs.Count);
        if (GapRung(index) is int gap)
            return gap;
        if (kinds.Any(Chapters.Contains) && heading.Ground == HeadingGround.Worded && !_rungs[0].Section.Kinds.Any(kinds.Contains))
            return 0;
        // Below the nearest numbered heading; a sibling of the unnumbered heading before it.
        for (var i = _rungs.Count - 1; i >= 0; i--)
            if (_rungs[i].Shape == NumberShape.None)
                return i;
        return _rungs.Count;
    }

    // A numeral is missing further on (三、 … 六、): the heading without number bore it.
    private int? GapRung(int index)
    {
        for (var next = index + 1; next < _headings.Count; next++)
        {
            var number = _headings[next].Number;
            if (number.Shape is NumberShape.None or NumberShape.LostComma or NumberShape.LostParen)
                continue;
            for (var i = _rungs.Count - 1; i >= 0; i--)
                if (_rungs[i].Shape == Meant(number.Shape))
                    return number.Value - _rungs[i].Value >= 2 ? i : null;
            // A deeper list opens below the heading; the numeral that goes on is further down.
        }

        return null;
    }

    private int? LevelBelow(int outlineLevel)
    {
        for (var i = _rungs.Count - 1; i >= 0; i--)
            if (_rungs[i].Section.Level > 0 && _markedLevels.TryGetValue(_rungs[i].Section, out var own))
            {
                if (own == outlineLevel)
                    return i;
                if (own < outlineLevel)
                    return i + 1;
            }

        return _markedLevels.Count > 0 ? 0 : null;
    }

    /// <summary>Notes the outline level that the file sets for a section.</summary>
    public void Mark(OutlineSection section, int? outlineLevel)
    {
        if (outlineLevel is int level)
            _markedLevels[section] = level;
    }

    private bool SameShape(Rung rung, NumberShape shape, int value)
    {
        if (rung.Shape == shape)
            return true;
        // 1. 2、 3. in one list is one shape, unless the report uses both for different levels.
        return rung.Shape is NumberShape.DigitDot or NumberShape.DigitComma && shape is NumberShape.DigitDot or NumberShape.DigitComma
            && rung.Shape != _first && shape != _first && value == rung.Value + 1 && _rungs.All(r => r.Shape != shape);
    }

    private static bool CanFollow(int last, int value) => value == 0 || value == last || (value > last && value <= last + LargestGap);

    private static NumberShape Meant(NumberShape shape) => shape switch
    {
        NumberShape.LostComma => NumberShape.HanComma,
        NumberShape.LostParen => NumberShape.HanParen,
        _ => shape,
    };

    // GB/T 9704: 一、（一）1.（1）①; the report's own first shape goes before all.
    private int Rank(NumberShape shape) => shape == _first ? -1 : shape switch
    {
        NumberShape.Part => 0,
        NumberShape.Chapter => 1,
        NumberShape.ChapterSection => 2,
        NumberShape.HanComma => 3,
        NumberShape.HanParen or NumberShape.Decimal1 => 4,
        NumberShape.Decimal2 => 5,
        NumberShape.DigitDot or NumberShape.DigitComma => 5,
        NumberShape.Letter => 5,
        NumberShape.Decimal3 or NumberShape.Letter1 => 6,
        NumberShape.DigitParen or NumberShape.DigitHalfParen => 7,
        NumberShape.Decimal4 or NumberShape.Letter2 => 8,
        _ => 9,
    };
}
