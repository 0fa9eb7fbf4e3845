using System.Collections.Frozen;
using System.Text.Json;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of tables: <c>columns.json</c>.</summary>
internal sealed class ColumnVocabulary
{
    private const int UsualHead = 64;

    private readonly FrozenSet<string> _totals;
    private readonly FrozenSet<string> _blank;
    private readonly FrozenSet<string> _placeholders;

    /// <summary>The words of the layers, the strongest first.</summary>
    public ColumnVocabulary(IReadOnlyList<JsonElement> layers)
    {
        Indicator = new HeadIndex(layers.SelectMany(l => l.Items("indicator")));
        Funding = new HeadIndex(layers.SelectMany(l => l.Items("funding")));
        Dimensions = layers.Words("dimensions");
        var table = layers.Within("dimensionTable");
        (DimensionNames, DimensionMarks, DimensionScores) = (Keys(table, "names"), Keys(table, "marks"), Keys(table, "scores"));
        var objectives = layers.Within("objectives");
        (ExpectedObjectives, ActualObjectives) = (Keys(objectives, "expected"), Keys(objectives, "actual"));
        _totals = Set(layers, "totals", Key);
        _blank = Set(layers, "blank", ChineseText.Squeeze);
        _placeholders = Set(layers, "placeholders", ChineseText.Squeeze);
    }

    /// <summary>The heads of indicator tables.</summary>
    public HeadIndex Indicator { get; }

    /// <summary>The heads of funding tables.</summary>
    public HeadIndex Funding { get; }

    /// <summary>What the names of first-level indicators contain.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>The heads above the names of first-level indicators in a table of their totals.</summary>
    public IReadOnlyList<string> DimensionNames { get; }

    /// <summary>The heads of their weights.</summary>
    public IReadOnlyList<string> DimensionMarks { get; }

    /// <summary>The heads of their points.</summary>
    public IReadOnlyList<string> DimensionScores { get; }

    /// <summary>The heads above a form's expected objectives (预期目标).</summary>
    public IReadOnlyList<string> ExpectedObjectives { get; }

    /// <summary>The heads above what became of them (实际完成情况).</summary>
    public IReadOnlyList<string> ActualObjectives { get; }

    /// <summary>Whether a row's name says that the row is a total.</summary>
    public bool IsTotal(string name) => Key(name) is var key && (_totals.Contains(key) || (key.Length <= 12 && key.EndsWith("总额", StringComparison.Ordinal)));

    /// <summary>Whether a value cell says nothing: blank, /, —, 无.</summary>
    public bool IsBlank(string value) => _blank.Contains(ChineseText.Squeeze(value));

    /// <summary>Whether an indicator's name is the form's own filler: 指标2：, ……</summary>
    public bool IsPlaceholder(string name) => _placeholders.Contains(ChineseText.Squeeze(name));

    /// <summary>A head without white space and notes in brackets, its full-width forms narrowed.</summary>
    public static string Key(string head)
    {
        var key = head.Length <= UsualHead ? stackalloc char[UsualHead] : new char[head.Length];
        var (length, depth) = (0, 0);
        foreach (var raw in head)
        {
            var c = ChineseText.Narrow(raw);
            depth += c is '(' or '[' ? 1 : 0;
            if (depth == 0 && !ChineseText.IsSpace(c) && c is not (':' or '*' or '★'))
                key[length++] = c;
            depth -= c is ')' or ']' && depth > 0 ? 1 : 0;
        }

        // Most heads are their own key.
        return length == head.Length && key[..length].SequenceEqual(head) ? head : key[..length].ToString();
    }

    private static string[] Keys(IEnumerable<JsonElement> layers, string name) => [.. layers.Words(name).Select(Key).Distinct()];

    private static FrozenSet<string> Set(IEnumerable<JsonElement> layers, string name, Func<string, string> key) => layers.Words(name).Select(key).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Column heads of one sort of table.</summary>
internal sealed class HeadIndex
{
    // Longer texts are sentences in cells, never heads.
    private const int LongestHead = 24;

    private readonly FrozenDictionary<string, string> _heads;
    private readonly (string Field, string[] Has)[] _has;

    /// <summary>An index of entries, the strongest first.</summary>
    public HeadIndex(IEnumerable<JsonElement> entries)
    {
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        var has = new List<(string, string[])>();
        foreach (var entry in entries)
        {
            var field = entry.GetProperty("field").GetString()!;
            foreach (var head in entry.Strings("heads"))
                heads.TryAdd(ColumnVocabulary.Key(head), field);
            has.Add((field, entry.Strings("has")));
        }

        _heads = heads.ToFrozenDictionary(StringComparer.Ordinal);
        _has = [.. has];
    }

    /// <summary>The field whose values stand below a head; <see langword="null"/> where the text is no known head.</summary>
    public string? FieldOf(string head) => Look(head, ColumnVocabulary.Key(head)).Field;

    /// <summary>Whether the text is on the list of heads.</summary>
    public bool IsListed(string head) => Look(head, ColumnVocabulary.Key(head)).IsListed;

    /// <summary>Both, for a head whose key is known.</summary>
    public (string? Field, bool IsListed) Look(string head, string key)
    {
        if (head.Length > LongestHead * 2)
            return (null, false);
        var isListed = _heads.TryGetValue(key, out var field);
        if (key.Length is 0 or > LongestHead)
            return (null, isListed);
        return (field ?? Holding(key), isListed);
    }

    private string? Holding(string key)
    {
        foreach (var (name, has) in _has)
            foreach (var part in has)
                if (key.Contains(part, StringComparison.Ordinal))
                    return name;
        return null;
    }
}
