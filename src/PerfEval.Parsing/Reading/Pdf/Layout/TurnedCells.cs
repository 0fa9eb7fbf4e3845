using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>Text that stands upright in the cells of a level table: the turned labels of narrow columns.</summary>
internal static class TurnedCells
{
    /// <summary>More letters and cells than a page of text has.</summary>
    private const long MostPairs = 20_000_000;

    /// <summary>Moves letters that stand in a cell into it, as lines of their own direction.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="turn">Their direction.</param>
    /// <param name="letters">Letters of another direction; those that stand in a cell are taken out.</param>
    /// <param name="maker">Makes lines of that direction.</param>
    /// <param name="other">That direction.</param>
    /// <param name="page">The page.</param>
    public static void Take(List<PdfTable> tables, int turn, List<Letter> letters, LineMaker maker, int other, PageContent page)
    {
        if ((long)letters.Count * tables.Sum(t => t.Cells.Count) > MostPairs)
            return;
        var found = new Dictionary<PdfCell, List<Letter>>();
        letters.RemoveAll(letter =>
        {
            var box = Turns.ToPage(letter.Middle, letter.Centre, letter.Middle, letter.Centre, other);
            var (x, y) = Turns.ToFrame((float)box.Left, (float)box.Bottom, turn);
            if (tables.Select(t => At(t, x, y)).FirstOrDefault(c => c is not null) is not { } cell)
                return false;
            if (!found.TryGetValue(cell, out var own))
                found[cell] = own = [];
            own.Add(letter);
            return true;
        });
        foreach (var (cell, own) in found)
            cell.Lines.AddRange(maker.Lines(page, own));
    }

    private static PdfCell? At(PdfTable table, float x, float y) =>
        table.Cells.Find(c => x >= table.Columns[c.Column] && x <= table.Columns[c.Column + c.ColumnSpan] && y <= table.Rows[c.Row] && y >= table.Rows[c.Row + c.RowSpan]);
}
