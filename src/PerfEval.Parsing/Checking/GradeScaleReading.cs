using System.Buffers;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Checking;

/// <summary>
/// Reads the scale of grades that a report states: 90（含）-100分为优、80（含）-90分为良; 优秀（90分及以上）、良好（75分—90分）; [90,100]为优;
/// 75分以上不足90分评为良，其余为差. A stretch of points and the word beside it are one band; two bands in order are a scale.
/// </summary>
internal static partial class GradeScaleReading
{
    private sealed record Stretch(decimal? Lower, bool? LowerIncluded, decimal? Upper, bool? UpperIncluded, int Start, int End);

    private sealed record Found(GradeBand Band, OutlineBlock Block, int Start, int End);

    /// <summary>The scale that the report states; <see langword="null"/> where it states none.</summary>
    public static GradeScale? Of(ReportOutline outline)
    {
        foreach (var section in outline.Walk())
            if (Scale([.. section.Blocks.Where(b => b.IsParagraph).SelectMany(b => Bands(b, outline.Vocabulary.Grades))]) is { } scale)
                return scale;
        return null;
    }

    private static GradeScale? Scale(List<Found> found)
    {
        for (var first = 0; first + 1 < found.Count; first++)
        {
            var run = Run(found, first);
            if (run.Count < 2)
                continue;
            var (start, last) = (run[0], run.Last(f => f.Block.Block == run[0].Block.Block));
            var bands = run.Select(f => f.Band).OrderByDescending(b => b.Lower ?? decimal.MinValue).ToList();
            return new GradeScale(bands, start.Block.Span(start.Start, last.End - start.Start));
        }

        return null;
    }

    // Bands of one scale follow each other without a word or a bound twice, all up or all down.
    private static List<Found> Run(List<Found> found, int first)
    {
        var run = new List<Found> { found[first] };
        for (var i = first + 1; i < found.Count; i++)
        {
            var (before, next) = (run[^1].Band, found[i].Band);
            if (run.Any(f => f.Band.Word == next.Word) || (before.Lower ?? -1m) == (next.Lower ?? -1m))
                break;
            if (run.Count > 1 && Falls(run[0].Band, run[1].Band) != Falls(before, next))
                break;
            run.Add(found[i]);
        }

        return run;
    }

    private static bool Falls(GradeBand first, GradeBand second) => (first.Lower ?? -1m) > (second.Lower ?? -1m);

    private static IEnumerable<Found> Bands(OutlineBlock block, GradeVocabulary words)
    {
        var text = ChineseText.Narrow(block.Text);
        var stretches = Stretches(text);
        if (stretches.Count == 0)
            yield break;
        var after = stretches.Select(s => (s, Match: words.Patterns.AfterPoints.Match(text, s.End, text.Length - s.End))).Where(x => x.Match.Success).ToList();
        var before = stretches.Select(s => (s, Match: words.Patterns.BeforePoints.Match(text[Math.Max(0, s.Start - 16)..s.Start]))).Where(x => x.Match.Success).ToList();
        var chosen = after.Count >= before.Count ? after : before;
        foreach (var (s, match) in chosen)
            yield return new Found(Band(s, match.Groups["word"].Value, words), block, s.Start, Math.Max(s.End, ReferenceEquals(chosen, after) ? match.Index + match.Length : 0));
    }

    private static GradeBand Band(Stretch s, string word, GradeVocabulary words) => new(word, words.LevelOf(word), s.Lower, s.LowerIncluded, s.Upper, s.UpperIncluded);

    private static List<Stretch> Stretches(string text)
    {
        var found = new List<Stretch>();
        if (!MayHold(text))
            return found;
        foreach (Match match in Points().Matches(text))
        {
            var (lower, upper) = (Number(match, "lo"), Number(match, "hi"));
            if (match.Groups["falling"].Success)
                (lower, upper) = (upper, lower);
            // 其余 is what lies below the bands before it.
            if (match.Groups["rest"].Success && (found.Count == 0 || found[^1].Lower is null))
                continue;
            if (lower > upper || lower > 1000m || upper > 1000m)
                continue;
            found.Add(match.Groups["rest"].Success
                ? new Stretch(null, null, found[^1].Lower, !found[^1].LowerIncluded, match.Index, match.Index + match.Length)
                : new Stretch(lower, Included(match, "li", "open", "lop"), upper, Included(match, "hi2", "close", "hop"), match.Index, match.Index + match.Length));
        }

        return found;
    }

    // Most numbers of a report are no bounds: nothing that makes one of them stands before or behind.
    internal static bool MayHold(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOfAnyInRange('0', '9') is >= 0 and var skipped;)
        {
            var start = at + skipped;
            var length = text[start..].IndexOfAnyExceptInRange('0', '9');
            at = length < 0 ? text.Length : start + length;
            if (text[..start].TrimEnd() is [.., var before] && Leads.Contains(before))
                return true;
            var behind = text[at..].TrimStart();
            if (behind is ['分', ..])
                behind = behind[1..].TrimStart();
            if (!behind.IsEmpty && Follows.Contains(behind[0]))
                return true;
        }

        return false;
    }

    private static decimal? Number(Match match, string group) => match.Groups[group] is { Success: true } number ? Amounts.Number(number.Value) : null;

    // （含）, [, ≥ include the bound; 不含, (, > leave it out; a bare 以上 or dash does not say.
    private static bool? Included(Match match, string note, string bracket, string sign)
    {
        if (match.Groups[bracket] is { Success: true } edge)
            return edge.Value is "[" or "]";
        if (match.Groups[sign] is { Success: true } comparison)
            return comparison.Value is not (">" or "<" or "高于" or "大于" or "超过" or "低于" or "小于" or "不足" or "不满" or "未满" or "未达到" or "不到");
        var notes = string.Concat(match.Groups[note].Captures.Select(c => c.Value));
        return notes.Contains('不', StringComparison.Ordinal) ? false : notes.Length > 0 ? true : null;
    }

    // What may follow the first number of a stretch: all that does not is turned away before the wordings are tried one by one.
    private const string FollowedByBound = @"(?=" + N + @"\s*分?\s*[≤<≥>(不含分及以至到~—–-])";

    // The last characters of Above and Below, and the brackets; the first ones of what FollowedByBound names.
    private static readonly SearchValues<char> Leads = SearchValues.Create("[(于过足满到=≥≤<>");
    private static readonly SearchValues<char> Follows = SearchValues.Create("≤<≥>(不含分及以至到~—–-");

    private const string N = @"\d{1,3}(?:\.\d+)?";

    private const string Unit = @"\s*分?\s*";

    private const string LowerNote = Unit + @"(?<li>\(不?含[^)]{0,6}\)|不?含)?" + Unit;

    private const string UpperNote = Unit + @"(?<hi2>\(不?含[^)]{0,6}\)|不?含)?" + Unit;

    private const string Below = "不足|不满|未满|低于|小于|未达到|不到|<=|≤|<";

    private const string Above = "不低于|不少于|大于等于|大于或等于|>=|≥|高于|大于|超过|>";

    [GeneratedRegex(
        @"(?<open>[\[(])\s*(?<lo>" + N + @")\s*分?\s*[,、]\s*(?<hi>" + N + @")\s*分?\s*(?<close>[\])])"
        + "|" + FollowedByBound + "(?:"
        + "(?<lo>" + N + @")\s*分?\s*(?<lop>≤|<=|<)[^\d≤<,。;、]{1,8}(?<hop><=|≤|<)\s*(?<hi>" + N + @")\s*分?"
        + @"|(?<falling>)(?<lo>" + N + @")\s*分?\s*(?<hop>>=|≥|>)[^\d≥>,。;、]{1,8}(?<lop>>=|≥|>)\s*(?<hi>" + N + @")\s*分?"
        + @"|(?<lo>" + N + ")" + LowerNote + @"(?:-|—|–|~|至|到)+\s*(?<hi>" + N + ")" + UpperNote
        + @"|(?<lo>" + N + ")" + LowerNote + @"(?<li>及|以?含)?以上" + LowerNote + @"[,、]?(?:但|且)?(?<hop>" + Below + ")(?<hi>" + N + @")\s*分?"
        + @"|(?<lo>" + N + ")" + LowerNote + @"(?<li>及)?以上" + LowerNote + @"[,、]?(?:但|且)?(?<hi>" + N + ")" + UpperNote + @"(?<hi2>及)?以下" + UpperNote
        + @"|(?<lo>" + N + ")" + LowerNote + @"(?<li>及)?以上" + LowerNote
        + @"|(?<hi>" + N + ")" + UpperNote + @"(?<hi2>及)?以下" + UpperNote
        + ")"
        + @"|(?<lop>" + Above + @")\s*(?<lo>" + N + @")\s*分?"
        + @"|(?<hop>" + Below + @")\s*(?<hi>" + N + @")\s*分?"
        + "|(?<rest>其余|其他)")]
    internal static partial Regex Points();
}
