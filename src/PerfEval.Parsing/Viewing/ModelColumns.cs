using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Viewing;

/// <summary>A column of a table of the model.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <param name="Field">The field of the row's object.</param>
/// <param name="Text">The value as people read it; <see langword="null"/> where the report does not say.</param>
internal sealed record ModelColumn<T>(string Field, Func<T, string?> Text)
{
    /// <summary>Whether the values are numbers, which stand at the right.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether the values often repeat those of the row above, as merged cells do.</summary>
    public bool Repeats { get; init; }
}

/// <summary>The tables of the model by their columns.</summary>
internal static class ModelColumns
{
    /// <summary>The columns of the scores by dimension.</summary>
    public static IReadOnlyList<ModelColumn<DimensionScore>> Dimensions { get; } =
    [
        new("name", d => d.Name),
        new("fullMark", d => ValueMarkup.Number(d.FullMark)) { IsNumber = true },
        new("score", d => ValueMarkup.Number(d.Score)) { IsNumber = true },
    ];

    /// <summary>The columns of the indicators.</summary>
    public static IReadOnlyList<ModelColumn<Indicator>> Indicators { get; } =
    [
        new("level1", i => i.Level1) { Repeats = true },
        new("level2", i => i.Level2) { Repeats = true },
        new("level3", i => i.Level3),
        new("operator", i => i.Operator),
        new("target", i => i.Target),
        new("unit", i => i.Unit),
        new("actual", i => i.Actual),
        new("fullMark", i => ValueMarkup.Number(i.FullMark)) { IsNumber = true },
        new("score", i => ValueMarkup.Number(i.Score)) { IsNumber = true },
        new("deviation", i => i.Deviation),
    ];

    /// <summary>The columns of the documents cited.</summary>
    public static IReadOnlyList<ModelColumn<Citation>> Citations { get; } =
    [
        new("title", c => c.Title),
        new("documentNumber", c => c.DocumentNumber),
    ];

    /// <summary>The columns of the caller's own facts.</summary>
    public static IReadOnlyList<ModelColumn<OwnFact>> Facts { get; } =
    [
        new("name", f => f.Name),
        new("value", f => f.Value),
        new("number", f => ValueMarkup.Number(f.Number)) { IsNumber = true },
    ];

    /// <summary>The columns of the funding lines.</summary>
    public static IReadOnlyList<ModelColumn<FundingLine>> FundingLines(ValueMarkup values) =>
    [
        new("name", l => l.Name),
        new("initialBudget", l => values.Money(l.InitialBudget)) { IsNumber = true },
        new("budget", l => values.Money(l.Budget)) { IsNumber = true },
        new("received", l => values.Money(l.Received)) { IsNumber = true },
        new("spent", l => values.Money(l.Spent)) { IsNumber = true },
        new("executionRate", l => ValueMarkup.Rate(l.ExecutionRate)) { IsNumber = true },
        new("fullMark", l => ValueMarkup.Number(l.FullMark)) { IsNumber = true },
        new("score", l => ValueMarkup.Number(l.Score)) { IsNumber = true },
    ];
}
