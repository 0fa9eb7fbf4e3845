namespace PerfEval.Parsing.Ingestion.Records;

/// <summary>What a column holds, and as what type of .NET its values come: all may be null.</summary>
public enum ColumnType
{
    /// <summary>Text: <see cref="string"/>.</summary>
    Text,

    /// <summary>Whole number: <see cref="long"/>.</summary>
    Integer,

    /// <summary>Money, points, rates: <see cref="decimal"/>, with six places.</summary>
    Number,

    /// <summary><see cref="bool"/>.</summary>
    Boolean,

    /// <summary>A moment: <see cref="DateTimeOffset"/>, UTC.</summary>
    Timestamp,

    /// <summary>JSON: <see cref="string"/>.</summary>
    Json,
}

/// <summary>A column.</summary>
/// <param name="Name">Its name, the same in every sink.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="MeaningZh">The same in Chinese.</param>
public sealed record Column(string Name, ColumnType Type, string Meaning, string MeaningZh = "")
{
    /// <summary>Whether it tells of the run rather than of the file (times, process numbers): two runs over the same files differ in it.</summary>
    public bool IsOperational { get; init; }
}

/// <summary>A table.</summary>
/// <param name="Name">Its name, the same in every sink.</param>
/// <param name="Columns">Its columns in order.</param>
/// <param name="Key">The names of the columns that identify a row.</param>
public sealed record TableSchema(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<string> Key)
{
    /// <summary>What its rows are.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>The same in Chinese.</summary>
    public string MeaningZh { get; init; } = "";
}

/// <summary>Rows of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Each row has a value for each column, of the column's type or null.</param>
public sealed record TableRows(TableSchema Table, IReadOnlyList<object?[]> Rows);
