using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>Tables: the cells of the rows that belong together. Strictly rows belong together by their equal names, softly by being alike.</summary>
internal sealed partial class TableJudge
{
    /// <summary>The tables.</summary>
    public static readonly TableJudge[] All =
    [
        new("indicators", "level3", ["level1", "level2", "level3", "operator", "target", "unit", "actual", "fullMark", "score", "deviation"]),
        new("funding.lines", "name", ["name", "initialBudget", "budget", "received", "spent", "executionRate", "fullMark", "score"]),
        new("dimensionScores", "name", ["name", "fullMark", "score"]),
    ];

    // In the likeness of two rows the name counts as much as three quarters, all other cells together as one.
    private const double NameWeight = 0.75;

    // Below this the other cells cannot make up for the names.
    private const double LeastName = (Alignment.Least - (1 - NameWeight)) / NameWeight;

    private readonly string _key;
    private readonly string[] _columns;

    private TableJudge(string field, string key, string[] columns) => (Field, _key, _columns) = (field, key, columns);

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> Columns => _columns;

    public void Judge(JsonElement gold, JsonElement parsed, Judgement judgement)
    {
        if (JsonMembers.Find(gold, Field) is not { } wanted)
            return;
        Row[] goldRows = [.. JsonMembers.Items(wanted).Select(row => new Row(this, row))];
        Row[] readRows = [.. JsonMembers.Items(JsonMembers.Find(parsed, Field)).Select(row => new Row(this, row))];
        (int First, int Second)[] pairs = [.. MatchingBlocks.Pairs([.. goldRows.Select(row => row.Key)], [.. readRows.Select(row => row.Key)])];
        Strictly(goldRows, readRows, pairs, judgement);
        Softly(goldRows, readRows, Alignment.CanAlign(goldRows.Length, readRows.Length)
            ? Alignment.Best(goldRows.Length, readRows.Length, (i, j) => Likeness(goldRows[i], readRows[j]))
            : pairs, judgement);
    }

    private void Strictly(Row[] gold, Row[] read, (int First, int Second)[] pairs, Judgement judgement)
    {
        foreach (var (i, j) in pairs)
            for (var c = 0; c < _columns.Length; c++)
                if (gold[i].Has[c])
                    Cell(gold[i], read[j], c, judgement, $"{Pointer}/{j.ToString(CultureInfo.InvariantCulture)}/{_columns[c]}");
        foreach (var i in Enumerable.Range(0, gold.Length).Except(pairs.Select(pair => pair.First)))
        {
            judgement.Strictly(0, 0, gold[i].Filled);
            judgement.Miss($"{Field} row", gold[i].Name, null);
        }

        foreach (var j in Enumerable.Range(0, read.Length).Except(pairs.Select(pair => pair.Second)))
        {
            judgement.Strictly(0, read[j].Filled, 0);
            judgement.Miss($"{Field} row", null, read[j].Name, $"{Pointer}/{j.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private void Cell(Row gold, Row read, int column, Judgement judgement, string pointer)
    {
        var (wanted, got) = (gold.Cells[column], read.Cells[column]);
        if (wanted == got)
        {
            judgement.Strictly(wanted.IsNothing ? 0 : 1, 0, 0);
            return;
        }

        judgement.Strictly(0, got.IsNothing ? 0 : 1, wanted.IsNothing ? 0 : 1);
        judgement.Miss($"{Field}.{_columns[column]}", gold.Shown(_columns[column]), read.Shown(_columns[column]), pointer, Closeness.Of(wanted, got), gold.Name);
    }

    private void Softly(Row[] gold, Row[] read, IReadOnlyList<(int First, int Second)> pairs, Judgement judgement)
    {
        foreach (var (i, j) in pairs)
            for (var c = 0; c < _columns.Length; c++)
                if (gold[i].Has[c])
                {
                    var (wanted, got) = (gold[i].Cells[c], read[j].Cells[c]);
                    var closeness = wanted.IsNothing ? 0 : Closeness.Of(wanted, got);
                    judgement.Softly(closeness, got.IsNothing ? 0 : 1 - closeness, wanted.IsNothing ? 0 : 1 - closeness);
                }

        judgement.Softly(0, 0, gold.Sum(row => row.Filled) - pairs.Sum(pair => gold[pair.First].Filled));
        judgement.Softly(0, read.Sum(row => row.Filled) - pairs.Sum(pair => read[pair.Second].Filled), 0);
    }

    private double Likeness(Row gold, Row read)
    {
        var name = gold.Key == read.Key ? 1 : gold.NameRuns.Likeness(read.NameRuns);
        if (name < LeastName)
            return 0;
        var (sum, cells) = (0.0, 0);
        for (var c = 0; c < _columns.Length; c++)
            if (_columns[c] != _key && gold.Has[c] && !(gold.Cells[c].IsNothing && read.Cells[c].IsNothing))
                (sum, cells) = (sum + Closeness.Of(gold.Cells[c], read.Cells[c]), cells + 1);
        return (NameWeight * name) + ((1 - NameWeight) * (cells == 0 ? name : sum / cells));
    }

    private string Pointer => "/" + Field.Replace('.', '/');

    [GeneratedRegex("^其中[:：]?")]
    private static partial Regex OfWhich();

    /// <summary>A row, its cells in normal form.</summary>
    private sealed class Row
    {
        private readonly JsonElement _row;

        public Row(TableJudge table, JsonElement row)
        {
            _row = row;
            var lines = table.Field == "funding.lines";
            Name = lines ? OfWhich().Replace((JsonMembers.Shown(JsonMembers.Find(row, "name")) ?? "").Trim(), "") : JsonMembers.Shown(JsonMembers.Find(row, table._key));
            var name = Normal.Of(Name);
            Key = name.KeyOrNone;
            NameRuns = Grams.Of(name, 2);
            Cells = [.. table._columns.Select(column => column == table._key ? name : JsonMembers.Cell(row, column))];
            Has = [.. table._columns.Select(column => (lines && column == "name") || JsonMembers.Find(row, column) is not null)];
            Filled = Cells.Count(cell => !cell.IsNothing);
        }

        public string? Name { get; }

        public string Key { get; }

        public Grams NameRuns { get; }

        public Normal[] Cells { get; }

        public bool[] Has { get; }

        public int Filled { get; }

        public string? Shown(string column) => column == "name" ? Name : JsonMembers.Shown(JsonMembers.Find(_row, column));
    }
}
