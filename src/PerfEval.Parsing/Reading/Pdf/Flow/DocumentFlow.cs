using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>The pages' lines and tables to the document's blocks.</summary>
internal sealed class DocumentFlow
{
    /// <summary>A page of which this part is free below the text was ended by its author.</summary>
    private const double FreePage = 0.3;

    private readonly IReadOnlyList<PageLayout> _pages;
    private readonly ReadContext _context;
    private readonly ParagraphFlow _paragraph;
    private readonly List<Block> _blocks = [];
    private readonly List<Block> _furniture = [];
    private readonly HashSet<(BlockRole, string)> _seen = [];
    private readonly HashSet<Block> _symmetric = new(ReferenceEqualityComparer.Instance);
    private TableDraft? _table;
    private PageLayout? _tablePage;
    private long _characters;
    private long _cells;
    private bool _full;

    private DocumentFlow(IReadOnlyList<PageLayout> pages, ReadContext context) => (_pages, _context, _paragraph) = (pages, context, new ParagraphFlow(pages));

    /// <summary>The blocks of a document: its body in reading order, then notes, running heads and watermarks.</summary>
    /// <param name="pages">The pages' layouts.</param>
    /// <param name="context">The limits, the log and the cancellation of this parse.</param>
    /// <param name="metadata">What a printed web page says about the document.</param>
    public static List<Block> Blocks(IReadOnlyList<PageLayout> pages, ReadContext context, out List<KeyValuePair<string, string>> metadata)
    {
        RunningHeads.Mark(pages);
        Watermarks.Mark(pages);
        Footnotes.Mark(pages);
        ContentsPages.Mark(pages);
        Margins.Set(pages);
        return new DocumentFlow(pages, context).Build(out metadata);
    }

    private List<Block> Build(out List<KeyValuePair<string, string>> metadata)
    {
        foreach (var page in _pages)
        {
            _context.Step();
            var isFirst = true;
            foreach (var item in page.Items)
            {
                if (_full)
                    break;
                if (item.Line is { } line)
                    AddLine(line, ref isFirst);
                else if (item.Table is { } table)
                    AddTable(table, page, ref isFirst);
                else
                    AddFigure(page);
            }

            EndPage(page);
        }

        EndTable();
        EndParagraph();
        metadata = WebPrint.Mark(_blocks);
        foreach (var page in _pages)
            AddNotes(page);
        CentreTitles();
        return [.. _blocks, .. _furniture];
    }

    /// <summary>A line of a title may fill its line, so that only the next or last one shows that all are centred.</summary>
    private void CentreTitles()
    {
        for (var i = 0; i < _blocks.Count; i++)
            if (_symmetric.Contains(_blocks[i]) && (IsCentredLike(i - 1, i) || IsCentredLike(i + 1, i)) && _blocks[i] is Paragraph paragraph)
                _blocks[i] = paragraph with { Style = paragraph.Style with { Alignment = TextAlignment.Center } };
    }

    private bool IsCentredLike(int other, int index) =>
        other >= 0 && other < _blocks.Count && _blocks[other] is Paragraph { Style: { Alignment: TextAlignment.Center } a } neighbour && _blocks[index] is Paragraph { Style: var b }
        && neighbour.Page == _blocks[index].Page && a.Size == b.Size && a.Font == b.Font && a.Bold == b.Bold;

    private void AddLine(PdfLine line, ref bool isFirst)
    {
        switch (line.Role)
        {
            case BlockRole.Header or BlockRole.Footer or BlockRole.Watermark:
                AddFurniture(line.Role, line.Text, RunningHeads.Key(line.Text), line.Page, new TextLayout([line.At(0)]));
                return;
            case BlockRole.Note:
                return;
            // 续表 above the piece on the next page parts nothing.
            case BlockRole.Body when isFirst && _table is not null && IsContinuationMark(line.Text):
                AddFurniture(BlockRole.Header, line.Text, RunningHeads.Key(line.Text), line.Page, new TextLayout([line.At(0)]));
                return;
        }

        isFirst = false;
        EndTable();
        if (line.Role == BlockRole.TableOfContents)
        {
            EndParagraph();
            Add(new Paragraph { Text = line.Text, Role = line.Role, Page = line.Page, Path = PathOf(line.Page), Layout = new TextLayout([line.At(0)]) });
            return;
        }

        if (!_paragraph.GoesOn(line))
            EndParagraph();
        _paragraph.Add(line);
    }

    private static bool IsContinuationMark(string text) =>
        ChineseText.Squeeze(text) is { Length: <= 20 } squeezed && (squeezed.StartsWith('续') || squeezed.EndsWith("（续）", StringComparison.Ordinal) || squeezed.EndsWith("(续)", StringComparison.Ordinal)
            || squeezed.EndsWith("续表", StringComparison.Ordinal));

    private void AddTable(PdfTable table, PageLayout page, ref bool isFirst)
    {
        EndParagraph();
        _cells += table.Cells.Count;
        if (_cells > _context.Limits.MaxCells)
        {
            Stop(nameof(ParseLimits.MaxCells), _context.Limits.MaxCells, "The tables have more cells than");
            return;
        }

        var goesOn = isFirst && _table is not null && _tablePage!.Number == page.Number - 1 && TableStitcher.TryAdd(_table, table, _tablePage);
        if (!goesOn)
        {
            EndTable();
            _table = new TableDraft(table);
        }

        _tablePage = page;
        isFirst = false;
    }

    private void EndTable()
    {
        if (_table is { } table)
        {
            var block = TableBlocks.Make(table);
            Add(block with { Path = PathOf(block.Page ?? 1) });
        }

        _table = null;
    }

    private void EndParagraph()
    {
        var isSymmetric = _paragraph.IsSymmetricLine;
        if (_paragraph.Take() is not { } paragraph)
            return;
        paragraph = paragraph with { Path = PathOf(paragraph.Page ?? 1) };
        Add(paragraph);
        if (isSymmetric)
            _symmetric.Add(paragraph);
    }

    private void AddFigure(PageLayout page)
    {
        EndTable();
        EndParagraph();
        Add(new Figure { Page = page.Number, Path = PathOf(page.Number) });
    }

    /// <summary>Where much of a page is free, its author ended it: what follows begins anew.</summary>
    private void EndPage(PageLayout page)
    {
        var body = page.Lines.Where(l => l is { Turn: 0, Role: BlockRole.Body }).Select(l => (double)l.Bottom)
            .Concat(page.Items.Where(i => i.Table is { Turn: 0 }).Select(i => (double)i.Table!.Bottom)).ToList();
        if (_table is not null || body.Count == 0 || page.Number == _pages[^1].Number || body.Min() - page.Box.Bottom < FreePage * (page.Box.Top - page.Box.Bottom))
            return;
        EndParagraph();
        Add(new PageBreak { Page = page.Number, Path = PathOf(page.Number) });
    }

    private void AddNotes(PageLayout page)
    {
        LineJoin? note = null;
        foreach (var line in page.Lines.Where(l => l.Role == BlockRole.Note))
        {
            if (note is null || Footnotes.Begins(line))
            {
                AddNote(note, page.Number);
                note = new LineJoin();
            }

            note.Continue(line);
        }

        AddNote(note, page.Number);
        foreach (var comment in page.Comments)
            Add(new Paragraph { Text = comment, Role = BlockRole.Note, Page = page.Number, Path = PathOf(page.Number) });
        foreach (var slanted in page.Slanted)
            AddFurniture(BlockRole.Watermark, slanted, slanted, page.Number, null);
    }

    private void AddNote(LineJoin? note, int page)
    {
        if (note is not null)
            Add(new Paragraph { Text = note.Text, Role = BlockRole.Note, Page = page, Path = PathOf(page), Layout = new TextLayout(note.Places) });
    }

    /// <summary>Running heads and watermarks are kept once each.</summary>
    private void AddFurniture(BlockRole role, string text, string key, int page, TextLayout? layout)
    {
        if (_furniture.Count < 1000 && _seen.Add((role, key)))
            _furniture.Add(new Paragraph { Text = text, Role = role, Page = page, Path = PathOf(page), Layout = layout });
    }

    private void Add(Block block)
    {
        if (_full)
            return;
        _characters += block.Text.Length;
        if (_blocks.Count == _context.Limits.MaxBlocks)
            Stop(nameof(ParseLimits.MaxBlocks), _context.Limits.MaxBlocks, "The document has more blocks than");
        else if (_characters > _context.Limits.MaxCharacters)
            Stop(nameof(ParseLimits.MaxCharacters), _context.Limits.MaxCharacters, "The document has more characters than");
        else
            _blocks.Add(block);
    }

    private void Stop(string limit, int value, string what)
    {
        _full = true;
        _context.Log.Reached(limit, value, what);
    }

    private static string PathOf(int page) => string.Create(CultureInfo.InvariantCulture, $"page {page}");
}
