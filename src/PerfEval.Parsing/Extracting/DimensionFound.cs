using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Extracting;

/// <summary>The total of a first-level indicator with its places.</summary>
/// <param name="Name">The dimension.</param>
/// <param name="Mark">Its weight; <see langword="null"/> where not given.</param>
/// <param name="Points">Its points.</param>
/// <param name="NameSpan">Where the name stands, more around it or not.</param>
/// <param name="MarkSpan">Where the weight stands; <see langword="null"/> where not given.</param>
/// <param name="PointsSpan">Where the points stand.</param>
internal sealed partial record DimensionFound(string Name, decimal? Mark, decimal Points, SourceSpan NameSpan, SourceSpan? MarkSpan, SourceSpan PointsSpan)
{
    /// <summary>The name of a dimension: what stands behind the last punctuation, without its weight and the words for a group.</summary>
    public static string NameIn(string text)
    {
        var name = ChineseText.Name(text);
        var cut = name.LastIndexOfAny(['：', ':', '，', '；', '。', '、']);
        return TailWords().Replace(BracketedWeight().Replace(cut >= 0 ? name[(cut + 1)..] : name, ""), "");
    }

    [GeneratedRegex(@"[（(][^（）()]*[）)]$")]
    private static partial Regex BracketedWeight();

    [GeneratedRegex("(方面|类|部分|维度)$")]
    private static partial Regex TailWords();
}
