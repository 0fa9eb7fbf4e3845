using System.Text.Json;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words around amounts in prose: <c>money.json</c>.</summary>
internal sealed partial class MoneyVocabulary
{
    private const string PartHead = "其中[：:，]?|^由(?=中央|省|市|县|区|上级|地方|财政|自治区";

    private const string PartTail = ")|(资金)?来源(为|是|包括|有|：|:)+";

    /// <summary>The words of the layers, the strongest first.</summary>
    public MoneyVocabulary(IReadOnlyList<JsonElement> layers)
    {
        Fields = [.. layers.SelectMany(l => l.Items("fields")).Select(f => (f.GetProperty("field").GetString()!, f.Strings("words")))];
        Excluded = layers.Words("excluded");
        Parts = layers.Words("parts");
        var lines = layers.Within("lines");
        Sources = lines.Words("sources");
        Nouns = lines.Words("nouns");
        var more = WordPattern.AnyOf(layers.SkipLast(1).Within("lines").Words("sources"));
        PartMark = more.Length == 0 ? OwnPartMark() : WordPattern.Expression(PartHead + "|" + more + PartTail);
    }

    /// <summary>The words before an amount by field, in the order in which they are tried.</summary>
    public IReadOnlyList<(string Field, string[] Words)> Fields { get; }

    /// <summary>Words that keep an amount from being the project's money.</summary>
    public IReadOnlyList<string> Excluded { get; }

    /// <summary>Words of one source or one use, which make an amount a part where another names none.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>How the names of sources of money begin.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>What stands in the names of sources of money.</summary>
    public IReadOnlyList<string> Nouns { get; }

    /// <summary>What announces that an amount is split up by its sources.</summary>
    public Regex PartMark { get; }

    [GeneratedRegex(PartHead + PartTail)]
    private static partial Regex OwnPartMark();
}
