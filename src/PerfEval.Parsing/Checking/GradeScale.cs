using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Checking;

/// <summary>One band of a scale of grades.</summary>
/// <param name="Word">The grade as the scale prints it.</param>
/// <param name="Level">Its level; <see langword="null"/> for a word of no known scale.</param>
/// <param name="Lower">The least points; <see langword="null"/> where the band has no lower bound.</param>
/// <param name="LowerIncluded">Whether the lower bound belongs to it; <see langword="null"/> where the scale does not say.</param>
/// <param name="Upper">The most points; <see langword="null"/> where the band has no upper bound.</param>
/// <param name="UpperIncluded">Whether the upper bound belongs to it; <see langword="null"/> where the scale does not say.</param>
internal sealed record GradeBand(string Word, GradeLevel? Level, decimal? Lower, bool? LowerIncluded, decimal? Upper, bool? UpperIncluded)
{
    /// <summary>Whether points fall into the band; <see langword="null"/> where they stand on a bound of which the scale does not say to which band it belongs.</summary>
    public bool? Holds(decimal points)
    {
        if (points < Lower || points > Upper)
            return false;
        if (points == Lower)
            return LowerIncluded;
        return points == Upper ? UpperIncluded : true;
    }
}

/// <summary>A scale of grades (等级划分), of the report's own or the national one.</summary>
/// <param name="Bands">The bands, the best first.</param>
/// <param name="Span">Where the report states it; <see langword="null"/> for the national scale.</param>
internal sealed record GradeScale(IReadOnlyList<GradeBand> Bands, SourceSpan? Span)
{
    /// <summary>Whether the report states it itself.</summary>
    public bool IsOwn => Span is not null;

    /// <summary>The scale for another full mark: its bounds in proportion.</summary>
    public GradeScale For(decimal fullMark) => fullMark == 100m || fullMark <= 0m ? this : this with
    {
        Bands = [.. Bands.Select(b => b with { Lower = b.Lower * fullMark / 100m, Upper = b.Upper * fullMark / 100m })],
    };

    /// <summary>The bands into which points may fall: one, or two where they stand on a bound whose side the scale leaves open.</summary>
    public IReadOnlyList<GradeBand> BandsOf(decimal points)
    {
        var sure = Bands.Where(b => b.Holds(points) == true).ToList();
        if (sure.Count > 0)
            return sure;
        var open = Bands.Where(b => b.Holds(points) is null).ToList();
        if (open.Count > 0)
            return open;
        // 80分至89分 and 90分以上: what lies between whole points belongs to the lower band.
        return points > Bands[0].Upper ? [] : [.. Bands.Where(b => b.Lower is null || b.Lower <= points).Take(1)];
    }
}
