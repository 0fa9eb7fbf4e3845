namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>Rows of a form whose blank cells survived as blank lines: then every row has as many lines as there are columns.</summary>
internal static class BlankLineCells
{
    /// <summary>A row that fits worse than this is none.</summary>
    private const double WorstRow = 9;

    /// <summary>The rows, or <see langword="null"/> where the blank lines do not give any.</summary>
    public static List<string[]>? Rows(FormCells cells, int first, int end, FormColumn[] columns, out int used)
    {
        used = 0;
        var lines = Lines(cells, first, end);
        if (lines is null)
            return null;
        List<string[]>? best = null;
        // The form's first column, merged over all rows, may be a blank line of its own before each row.
        foreach (var merged in (ReadOnlySpan<int>)[0, 1])
        {
            var rows = Split(lines, columns, merged, out var filled);
            if (rows.Count >= 2 && filled > used)
                (best, used) = (rows, filled);
        }

        return best;
    }

    /// <summary>The cells with blank ones between them; <see langword="null"/> where no line is blank.</summary>
    private static List<string>? Lines(FormCells cells, int first, int end)
    {
        var blanks = 0;
        var separated = end - first > 1;
        for (var i = first + 1; i < end; i++)
        {
            blanks += cells.BlanksBefore(i);
            separated &= cells.BlanksBefore(i) > 0;
        }

        if (blanks == 0)
            return null;
        var lines = new List<string>();
        for (var i = first; i < end; i++)
        {
            var before = cells.BlanksBefore(i);
            // Where a blank line follows every cell, a blank cell is two of them.
            for (var b = separated ? (before - 1) / 2 : before; b > 0; b--)
                lines.Add("");
            lines.Add(cells[i]);
        }

        return lines;
    }

    private static List<string[]> Split(List<string> lines, FormColumn[] columns, int merged, out int filled)
    {
        var rows = new List<string[]>();
        filled = 0;
        var width = columns.Length + merged;
        for (var at = 0; at < lines.Count; at += width)
        {
            var row = Enumerable.Range(at + merged, columns.Length).Select(i => i < lines.Count ? lines[i] : "").ToArray();
            if ((merged == 1 && lines[at].Length > 0) || Cost(row, columns) > WorstRow)
                break;
            rows.Add(row);
            filled += row.Count(cell => cell.Length > 0);
        }

        return rows;
    }

    private static double Cost(string[] row, FormColumn[] columns)
    {
        if (row.Any(FormWords.IsTotal))
            return 0;
        var cost = row.All(cell => cell.Length == 0) ? WorstRow + 1 : 0.0;
        for (var c = 0; c < row.Length; c++)
            cost += row[c].Length > 0 ? new CellFit(row[c]).Cost(columns[c]) : columns[c] is FormColumn.Level3 or FormColumn.RowLabel ? 5 : 0.5;
        return cost;
    }
}
