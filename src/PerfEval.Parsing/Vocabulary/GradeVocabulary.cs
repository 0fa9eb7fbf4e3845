using System.Collections.Frozen;
using System.Text.Json;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words for grades: <c>grades.json</c>.</summary>
internal sealed class GradeVocabulary
{
    private readonly FrozenDictionary<string, GradeLevel> _levels;

    /// <summary>The words of the layers, the strongest first; the last is the library's own, which knows the national scale.</summary>
    public GradeVocabulary(IReadOnlyList<JsonElement> layers)
    {
        var levels = new Dictionary<string, GradeLevel>(StringComparer.Ordinal);
        foreach (var level in layers.SelectMany(l => l.GetProperty("levels").EnumerateObject()))
            foreach (var word in level.Value.EnumerateArray())
                levels.TryAdd(word.GetString()!, Enum.Parse<GradeLevel>(level.Name, ignoreCase: true));
        _levels = levels.ToFrozenDictionary(StringComparer.Ordinal);
        Patterns = GradePatterns.Of([.. layers.SkipLast(1).SelectMany(l => l.GetProperty("levels").EnumerateObject()).SelectMany(l => l.Value.EnumerateArray()).Select(w => w.GetString()!)]);
        var national = layers[^1].GetProperty("national");
        NationalBands = [.. national.GetProperty("bands").EnumerateArray().Select(b => (b.GetProperty("word").GetString()!, b.TryGetProperty("from", out var from) ? from.GetDecimal() : (decimal?)null))];
        NationalWords = national.Strings("words").ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The expressions that find the words in prose.</summary>
    public GradePatterns Patterns { get; }

    /// <summary>The national scale for a full mark of 100, the best band first: its word and the least points, which belong to it.</summary>
    public IReadOnlyList<(string Word, decimal? From)> NationalBands { get; }

    /// <summary>The words that mean the national scale; 合格 or B are of scales with other bounds.</summary>
    public FrozenSet<string> NationalWords { get; }

    /// <summary>The level that a word names; <see langword="null"/> for a word of no known scale.</summary>
    public GradeLevel? LevelOf(string word) => _levels.TryGetValue(word, out var level) ? level : null;
}
