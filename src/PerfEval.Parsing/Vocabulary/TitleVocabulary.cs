using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of titles: <c>titles.json</c>.</summary>
internal sealed partial class TitleVocabulary
{
    private const string TailHead = "(的)?(财政|部门|单位)?(重点)?(全成本|成本)?(预算)?(绩效|预算绩效)?(目标)?(自评价?|评价|自我评价|绩效|再评价|自查|评估";

    private const string TailMiddle = ")(工作)?(自评)?(情况|结果)?的?(报告书?|报告表|自评表|评价表|总结|情况说明|表|申报表";

    private readonly SearchValues<char> _lastCharacters;

    /// <summary>The words of the layers, the strongest first.</summary>
    public TitleVocabulary(IReadOnlyList<JsonElement> layers)
    {
        Endings = layers.Words("endings");
        Subjects = layers.Words("subjects");
        Carriers = layers.Words("carriers");
        Furniture = layers.Words("furniture");
        Contents = layers.Words("contents");
        // A title's last line may end with a note in brackets.
        _lastCharacters = SearchValues.Create([.. Endings.Where(e => e.Length > 0).Select(e => e[^1]), ')', '）']);
        Tail = TailOf([.. layers.SkipLast(1)]);
    }

    /// <summary>What titles end with.</summary>
    public IReadOnlyList<string> Endings { get; }

    /// <summary>Whether a title's last line can end as this text does: most lines cannot.</summary>
    public bool MayEndWith(string text) => text.Length > 0 && _lastCharacters.Contains(text[^1]);

    /// <summary>One of these stands in every title of a report on performance.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>One of these stands in the title of a file that carries reports.</summary>
    public IReadOnlyList<string> Carriers { get; }

    /// <summary>Lines near a title that belong to a template.</summary>
    public IReadOnlyList<string> Furniture { get; }

    /// <summary>What stands above a table of contents.</summary>
    public IReadOnlyList<string> Contents { get; }

    /// <summary>The words for the report with which a title ends, behind what it is about.</summary>
    public Regex Tail { get; }

    private static Regex TailOf(IReadOnlyList<JsonElement> more)
    {
        var (subjects, endings) = (WordPattern.AnyOf(more.Words("subjects")), WordPattern.AnyOf(more.Words("endings")));
        if (subjects.Length + endings.Length == 0)
            return OwnTail();
        var whole = TailHead + (subjects.Length > 0 ? "|" + subjects : "") + TailMiddle + (endings.Length > 0 ? "|" + endings : "") + ")$";
        return WordPattern.Expression(endings.Length > 0 ? $"{whole}|(?:{endings})$" : whole);
    }

    [GeneratedRegex(TailHead + TailMiddle + ")$")]
    private static partial Regex OwnTail();
}
