using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Sheets;

/// <summary>The blocks of a spreadsheet document, within the limits of the parse.</summary>
internal sealed class SheetOutput(ReadContext context)
{
    private long _cells;
    private long _characters;

    /// <summary>The blocks so far.</summary>
    internal List<Block> Blocks { get; } = [];

    /// <summary>Whether a limit was reached: nothing more is taken.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>The limits.</summary>
    internal ParseLimits Limits => context.Limits;

    internal void Step() => context.Step();

    internal void AddParagraph(string text, string path)
    {
        var left = Limits.MaxCharacters - _characters;
        if (text.Length > left)
            Stop(nameof(ParseLimits.MaxCharacters), Limits.MaxCharacters, "The text is longer than");
        text = text[..(int)Math.Min(left, text.Length)].Trim();
        _characters += text.Length;
        if (text.Length > 0)
            Add(new Paragraph { Text = text, Path = path });
    }

    /// <summary>Adds a table of as many of the rows as the limits allow.</summary>
    internal void AddTable(IEnumerable<TableRow> rows, string path)
    {
        var taken = new List<TableRow>();
        foreach (var row in rows)
        {
            Step();
            if (!Take(row))
                break;
            taken.Add(row);
        }

        if (taken.Count > 0)
            Add(new Table(taken) { Path = path });
    }

    /// <summary>Ends the page, where anything stands on it.</summary>
    internal void EndPage(string path)
    {
        if (Blocks.Count > 0 && Blocks[^1] is not PageBreak && !IsFull)
            Add(new PageBreak { Path = path });
    }

    /// <summary>Notes that a limit was reached; nothing more is taken.</summary>
    internal void Stop(string limit, int value, string what)
    {
        if (!IsFull)
            context.Log.Reached(limit, value, what);
        IsFull = true;
    }

    private bool Take(TableRow row)
    {
        if (IsFull)
            return false;
        // A tab or line feed stands behind each cell in the table's text.
        var (cells, characters) = (_cells + row.Cells.Count, _characters + row.Cells.Sum(c => c.Text.Length + 1L));
        if (cells > Limits.MaxCells)
            Stop(nameof(ParseLimits.MaxCells), Limits.MaxCells, "The tables have more cells than");
        else if (characters > Limits.MaxCharacters)
            Stop(nameof(ParseLimits.MaxCharacters), Limits.MaxCharacters, "The text is longer than");
        else
            (_cells, _characters) = (cells, characters);
        return !IsFull;
    }

    private void Add(Block block)
    {
        if (Blocks.Count < Limits.MaxBlocks)
            Blocks.Add(block);
        else
            Stop(nameof(ParseLimits.MaxBlocks), Limits.MaxBlocks, "The document has more blocks than");
    }
}
