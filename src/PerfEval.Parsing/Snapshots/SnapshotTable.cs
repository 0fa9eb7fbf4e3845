using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Snapshots;

/// <summary>Lists of alike things and tables as rows of cells, <c>甲 | 乙</c>, filled up so that columns stand below each other.</summary>
internal static class SnapshotTable
{
    /// <summary>Longer cells are not filled up to: one of them would make every row long.</summary>
    private const int WidestColumn = 40;

    /// <summary>Columns are as wide as a multiple of this, so that a cell that grows a little does not change every row.</summary>
    private const int WidthStep = 8;

    /// <summary>Spans beyond this are only said, not drawn.</summary>
    private const int MostColumns = 100;

    /// <summary>Fills the places that a merged cell covers besides its first.</summary>
    private const string Covered = "·";

    private const string Marks = "|}";

    /// <summary>Objects with the same members, none of which holds others: the members' names, then a row for each.</summary>
    public static IEnumerable<string> OfRecords(JsonArray records)
    {
        var rows = new List<IReadOnlyList<string>> { records[0]!.AsObject().Select(member => SnapshotWords.Escape(member.Key, Marks)).ToList() };
        rows.AddRange(records.Select(record => record!.AsObject().Select(member => Cell(member.Value)).ToList()));
        return Align(rows);
    }

    /// <summary>Whether the list can be shown so.</summary>
    public static bool IsRecords(JsonArray list) =>
        list.Count > 0 && list.All(item => item is JsonObject record && record.All(member => member.Value is null or JsonValue)
            && record.Select(member => member.Key).SequenceEqual(list[0]!.AsObject().Select(member => member.Key), StringComparer.Ordinal));

    /// <summary>A table's rows. A merged cell says how many rows and columns it covers: <c>甲 {2×3}</c>.</summary>
    public static IEnumerable<string> OfCells(JsonArray table)
    {
        var rows = new List<IReadOnlyList<string>>();
        // How many rows from the present one on are covered from above, by column.
        var covered = new List<int>();
        foreach (var cells in table.OfType<JsonArray>())
        {
            var row = new List<string>();
            foreach (var cell in cells.OfType<JsonObject>())
            {
                Fill(row, covered);
                Place(cell, row, covered);
            }

            Fill(row, covered);
            for (var column = 0; column < covered.Count; column++)
                covered[column] = Math.Max(0, covered[column] - 1);
            rows.Add(row.Count > 0 ? row : [SnapshotWords.Nothing]);
        }

        return Align(rows);
    }

    private static void Fill(List<string> row, List<int> covered)
    {
        while (row.Count < covered.Count && covered[row.Count] > 0)
            row.Add(Covered);
    }

    private static void Place(JsonObject cell, List<string> row, List<int> covered)
    {
        var text = cell["text"]!.GetValue<string>();
        var (height, width) = (cell["rowSpan"]!.GetValue<int>(), cell["colSpan"]!.GetValue<int>());
        var shown = text == Covered ? "\\u00b7" : SnapshotWords.Escape(text, Marks);
        var first = row.Count;
        row.Add((height, width) == (1, 1) ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} {{{height}×{width}}}"));
        for (var column = first; column < Math.Min(first + Math.Clamp(width, 1, MostColumns), MostColumns); column++)
        {
            if (column > first)
                row.Add(Covered);
            while (covered.Count <= column)
                covered.Add(0);
            covered[column] = height;
        }
    }

    private static string Cell(JsonNode? value) => value switch
    {
        null => SnapshotWords.Nothing,
        _ when value.GetValueKind() == JsonValueKind.String => SnapshotWords.Escape(value.GetValue<string>(), Marks),
        _ => value.ToJsonString(),
    };

    private static IEnumerable<string> Align(List<IReadOnlyList<string>> rows)
    {
        var widths = new int[rows.Max(row => row.Count)];
        foreach (var row in rows)
            for (var column = 0; column < row.Count; column++)
                if (DrawnText.Width(row[column]) is <= WidestColumn and var width)
                    widths[column] = Math.Max(widths[column], (width + WidthStep - 1) / WidthStep * WidthStep);
        foreach (var row in rows)
        {
            var line = new StringBuilder();
            for (var column = 0; column < row.Count; column++)
            {
                line.Append(column > 0 ? " | " : "").Append(row[column]);
                if (column < row.Count - 1)
                    line.Append(' ', Math.Max(0, widths[column] - DrawnText.Width(row[column])));
            }

            yield return line.ToString();
        }
    }
}
