using System.Collections.Frozen;
using System.Text.Json;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of the official form as writers print them: <c>forms.json</c>.</summary>
internal sealed class FormVocabulary
{
    private readonly FrozenDictionary<string, string> _labels, _funding, _indicators, _units, _years;

    private FormVocabulary()
    {
        using var file = VocabularyFile.Open("forms.json");
        var root = file.RootElement;
        Sheet = root.GetProperty("sheet").GetString()!;
        _labels = Words(root, "labels");
        _funding = Words(root, "funding");
        _indicators = Words(root, "indicators");
        _units = Words(root, "units");
        _years = Words(root, "years");
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static FormVocabulary Default { get; } = new();

    /// <summary>The name of a workbook's sheet.</summary>
    public string Sheet { get; }

    /// <summary>The words of a label.</summary>
    public string Label(string name) => _labels[name];

    /// <summary>The head of a column of the funding part.</summary>
    public string Funding(string field) => _funding[field];

    /// <summary>The head of a column of the indicator part.</summary>
    public string Indicator(string field) => _indicators[field];

    /// <summary>The note of a unit of money.</summary>
    public string Unit(string name) => _units[name];

    /// <summary>The line below the title that names the budget years: a run of years by its ends, others one by one.</summary>
    public string Years(IReadOnlyList<int> years)
    {
        var isRun = years.Count > 1 && years[^1] - years[0] == years.Count - 1;
        return _years["open"] + (isRun ? years[0] + _years["to"] + years[^1] : string.Join(_years["and"], years)) + _years["close"];
    }

    private static FrozenDictionary<string, string> Words(JsonElement root, string name) =>
        root.GetProperty(name).EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
}
