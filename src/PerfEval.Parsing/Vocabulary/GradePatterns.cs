using System.Buffers;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The expressions that find the words for grades in prose. A word that is also an everyday word (中, 高, 低) counts only in these surroundings.</summary>
internal sealed partial class GradePatterns
{
    private const string InSentences = "优秀|优等|优|良好|良|中等|中|一般|基本合格|不合格|合格|不及格|及格|较差|差|较好|好|低|[ABCD]";

    private const string OwnWords = "优秀|优等|优|良好|良|中等|中|一般|合格|及格|差|好|低|A|B|C|D";

    private const string OfScales = "优秀|优等|优|良好|良等|良|中等|中|一般|基本合格|不合格|合格|不及格|及格|较差|差等|差|较好|好|较低|低|[A-D]";

    // Bounded: without a bound a text of such words alone would take the square of its length.
    private const string SentenceHead = "((?:绩效|评价|自评|评定|评估|综合|最终|评分|项目|再){0,8}(?:等级|等次|评级|级别|档次|评定|结论|结果|绩效)(?:评定|划分|确定|鉴定)?|属于?|评定|综合评定|评级|定级|自评)(?:均|应|评定|确定|划|定)?(?:为|是|:|：|属于|达到|达)?\\s*[“\"「‘（(]?(";

    private const string SentenceTail = ")[”\"」’）)]?(?:级|等)?(?=[，。；、,;）)\\s”\"]|$|（|的评价|等次|等级)";

    private const string AfterHead = @"\G[的,、]*(?:绩效)?(?:等级|等次|评级|级别)?(?:评定|评价|确定|划定|认定|评|定|划)?(?:为|是|属于|属|:|=|对应)?\s*[“""‘「(]?(?<word>";

    private const string AfterTail = @")(?=[”""’」),。;、:.\s级等档]|$)[”""’」]?";

    private const string BeforeHead = @"(?:^|[^\u4e00-\u9fffA-Za-z]|[为和及分评照据按即以级到])(?<word>";

    private const string BeforeTail = @")[”""’」]?(?:级|等级|等|档)?\s*(?:\(|:|为|是|,)?\s*(?:综合|评价|总)?(?:得分|评分|总分|分数|分值)?(?:为|在)?\s*$";

    // What may stand behind a word in SentenceTail, white space apart.
    private static readonly SearchValues<char> Followers = SearchValues.Create("”\"」’）)级等，。；、,;（的");

    private readonly SearchValues<char> _lastCharacters;

    private GradePatterns(string words, Regex inSentence, Regex afterPoints, Regex beforePoints)
    {
        (InSentence, AfterPoints, BeforePoints) = (inSentence, afterPoints, beforePoints);
        _lastCharacters = SearchValues.Create([.. words.Split('|').Select(w => w[^1])]);
    }

    /// <summary>The expressions of the library's own words.</summary>
    public static GradePatterns Default { get; } = new(OwnWords, OwnInSentence(), OwnAfterPoints(), OwnBeforePoints());

    /// <summary>The expressions of the library's own words and more of them.</summary>
    public static GradePatterns Of(IReadOnlyList<string> more)
    {
        if (more.Count == 0)
            return Default;
        var words = WordPattern.AnyOf(more) + "|";
        return new GradePatterns(
            OwnWords + "|" + string.Join('|', more),
            WordPattern.Expression(SentenceHead + words + InSentences + SentenceTail), WordPattern.Expression(AfterHead + words + OfScales + AfterTail), WordPattern.Expression(BeforeHead + words + OfScales + BeforeTail));
    }

    /// <summary>A grade that a sentence states: its group 1 is what stands before the word, group 2 the word.</summary>
    public Regex InSentence { get; }

    /// <summary>A grade right behind a stretch of points: the group <c>word</c>.</summary>
    public Regex AfterPoints { get; }

    /// <summary>A grade right before a stretch of points: the group <c>word</c>.</summary>
    public Regex BeforePoints { get; }

    /// <summary>Whether a sentence may state a grade: a last character of a word with what may stand behind it, which most sentences lack.</summary>
    public bool MayHold(ReadOnlySpan<char> sentence)
    {
        for (var rest = sentence; rest.IndexOfAny(_lastCharacters) is >= 0 and var at;)
        {
            rest = rest[(at + 1)..];
            if (rest.IsEmpty || Followers.Contains(rest[0]) || char.IsWhiteSpace(rest[0]))
                return true;
        }

        return false;
    }

    [GeneratedRegex(SentenceHead + InSentences + SentenceTail)]
    private static partial Regex OwnInSentence();

    [GeneratedRegex(AfterHead + OfScales + AfterTail)]
    private static partial Regex OwnAfterPoints();

    [GeneratedRegex(BeforeHead + OfScales + BeforeTail)]
    private static partial Regex OwnBeforePoints();
}
