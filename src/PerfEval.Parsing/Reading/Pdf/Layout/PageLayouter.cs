using System.Runtime.InteropServices;
using System.Text;
using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>
/// Lays one page out: tables first, because lines of neighbouring cells stand at one height; then columns; then lines. Text of each
/// direction is laid out in a frame of its own. Lays out one page after another, in the same room.
/// </summary>
internal sealed class PageLayouter
{
    /// <summary>The order in which directions are read: level, then turned.</summary>
    private static readonly int[] TurnOrder = [0, 1, 3, 2];

    /// <summary>A picture smaller than this part of the page is a rule, a seal or a bullet.</summary>
    private const double SmallestFigure = 0.02;

    private readonly List<Letter>[] _letters = [[], [], [], []];
    private readonly LineMaker[] _makers = [new(0), new(1), new(2), new(3)];

    public PageLayout LayOut(PageContent page)
    {
        var frames = new List<Letter>?[4];
        var slanted = new List<Glyph>();
        var invisible = 0;
        foreach (var letters in _letters)
            letters.Clear();
        foreach (ref readonly var glyph in CollectionsMarshal.AsSpan(page.Glyphs))
        {
            invisible += (glyph.Traits & GlyphTraits.Invisible) != 0 ? 1 : 0;
            if (glyph.Turn == Glyph.Slanted)
                slanted.Add(glyph);
            else
                (frames[glyph.Turn] = _letters[glyph.Turn]).Add(Turns.ToFrame(glyph));
        }

        var items = new List<PageItem>();
        var loose = new List<Rule>();
        var main = Main(frames);
        var tables = TablesOf(page, frames, main);
        foreach (var turn in TurnOrder)
        {
            if (frames[turn] is not { } letters && turn != main)
                continue;
            letters = frames[turn] ?? [];
            var own = tables[turn] ?? [];
            foreach (var table in own)
                CellLines(table, page);
            var (aligned, rows) = AlignedTables.Find(page, turn, letters, own);
            foreach (var table in aligned)
                CellLines(table, page);
            items.AddRange(Columns.Order(rows, [.. own, .. aligned], _makers[turn], page));
            if (turn == 0)
                AddLoose(loose, page.Rules, own);
        }

        AddFigures(items, page);
        return new PageLayout
        {
            Number = page.Number,
            Box = page.Box,
            Items = items,
            Slanted = Runs(slanted),
            LooseRules = loose,
            Pictures = page.Pictures,
            Comments = page.Comments,
            Letters = page.Glyphs.Count,
            InvisibleLetters = invisible,
        };
    }

    /// <summary>Adds the level lines that no table holds.</summary>
    private static void AddLoose(List<Rule> loose, List<Rule> rules, List<PdfTable> tables)
    {
        foreach (var rule in rules)
            if (rule.Y1 - rule.Y0 < 1 && !tables.Exists(t => rule.Y0 <= t.Top + 2 && rule.Y0 >= t.Bottom - 2))
                loose.Add(rule);
    }

    private static int Main(List<Letter>?[] frames)
    {
        var main = 0;
        for (var turn = 1; turn < 4; turn++)
            if ((frames[turn]?.Count ?? 0) > (frames[main]?.Count ?? 0))
                main = turn;
        return main;
    }

    /// <summary>The tables of each frame. The frame with most letters goes first; text of another direction in its cells is theirs.</summary>
    private List<PdfTable>?[] TablesOf(PageContent page, List<Letter>?[] frames, int main)
    {
        var tables = new List<PdfTable>?[4];
        foreach (var turn in TurnOrder.OrderBy(t => t == main ? 0 : 1))
        {
            if (frames[turn] is not { } letters || letters.TrueForAll(l => l.IsSpace))
                continue;
            tables[turn] = RuledTables.Find(page.Rules.ConvertAll(r => Turns.ToFrame(r, turn)), letters, page.Number, turn);
            if (turn != main)
                continue;
            foreach (var other in TurnOrder)
                if (other != main && frames[other] is { } turned)
                    TurnedCells.Take(tables[main]!, main, turned, _makers[other], other, page);
        }

        return tables;
    }

    private void CellLines(PdfTable table, PageContent page)
    {
        foreach (var cell in table.Cells)
        {
            if (cell.Letters.Count > 0)
            {
                cell.Lines.InsertRange(0, _makers[table.Turn].Lines(page, cell.Letters));
                cell.Letters.Clear();
                cell.Letters.TrimExcess();
            }

            foreach (var nested in cell.Nested)
                CellLines(nested, page);
            cell.Nested.Sort(static (a, b) => b.Top.CompareTo(a.Top));
        }
    }

    private static void AddFigures(List<PageItem> items, PageContent page)
    {
        var area = (page.Box.Right - page.Box.Left) * (page.Box.Top - page.Box.Bottom);
        foreach (var picture in page.Pictures)
        {
            var size = (picture.Right - picture.Left) * (picture.Top - picture.Bottom);
            // One that fills the page is the scan or the background of the text.
            if (size < SmallestFigure * area || size > 0.8 * area)
                continue;
            var at = items.FindIndex(i => !i.IsFigure && (i.Line?.Turn ?? i.Table!.Turn) == 0 && (i.Line?.Baseline ?? i.Table!.Top) < picture.Bottom + 1);
            items.Insert(at < 0 ? items.Count : at, default);
            if (items.Count(i => i.IsFigure) > 100)
                return;
        }
    }

    /// <summary>Slanted text as the strings in which it was shown.</summary>
    private static List<string> Runs(List<Glyph> glyphs)
    {
        var runs = new List<string>();
        var text = new StringBuilder();
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (i > 0 && Math.Abs(glyphs[i].X - glyphs[i - 1].X) + Math.Abs(glyphs[i].Y - glyphs[i - 1].Y) > 3 * glyphs[i].Size)
                Flush();
            text.Append(glyphs[i].Text);
        }

        Flush();
        return runs;

        void Flush()
        {
            if (text.ToString().Trim() is { Length: > 0 } run)
                runs.Add(run);
            text.Clear();
        }
    }
}
