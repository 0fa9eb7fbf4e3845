using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>The sources of money (中央、省、市、县、自筹) that prose enumerates, each with its amounts and their places.</summary>
internal sealed class FundingSources(MoneyVocabulary words)
{
    private readonly Dictionary<string, PlacedLine> _lines = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>A source with the places of its name and amounts.</summary>
    /// <param name="Line">The source.</param>
    /// <param name="Places">Where its name and amounts stand, by field.</param>
    internal sealed record PlacedLine(FundingLine Line, List<(string Field, SourceSpan Span)> Places);

    /// <summary>The sources in the order of first mention.</summary>
    public IReadOnlyList<PlacedLine> Lines => [.. _order.Select(n => _lines[n])];

    /// <summary>Whether a source of the same level was named before.</summary>
    public bool Knows(string name) => _order.Any(n => LevelOf(n) == LevelOf(name));

    /// <summary>Adds an amount; of a field that has one the first stays.</summary>
    /// <param name="source">The source's name as printed.</param>
    /// <param name="field">The field of funding.</param>
    /// <param name="value">The amount in yuan.</param>
    /// <param name="place">Where it stands.</param>
    public void Add(OutlineText source, string field, decimal value, SourceSpan place)
    {
        // 省级专项资金 at first, 省级资金 later: one source where only one of its level was named.
        var (printed, level) = (source.Text, LevelOf(source.Text));
        var alike = _lines.ContainsKey(printed) ? [printed] : _order.Where(n => LevelOf(n) == level).ToList();
        var name = alike.Count == 1 && field is not ("budget" or "initialBudget") ? alike[0] : printed;
        if (!_lines.TryGetValue(name, out var line))
        {
            line = new PlacedLine(new FundingLine { Name = name }, [("name", source.Span)]);
            _order.Add(name);
        }

        if (line.Places.TrueForAll(p => p.Field != field))
            line.Places.Add((field, place));
        _lines[name] = line with { Line = With(line.Line, field, value) };
    }

    private static FundingLine With(FundingLine line, string field, decimal value) => field switch
    {
        "received" => line with { Received = line.Received ?? value },
        "spent" => line with { Spent = line.Spent ?? value },
        "initialBudget" => line with { InitialBudget = line.InitialBudget ?? value },
        _ => line with { Budget = line.Budget ?? value },
    };

    private string LevelOf(string name) => words.Sources.First(s => name.StartsWith(s, StringComparison.Ordinal))[..1];
}
