using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>Writes the text of a document, block by block, in sections of cover, upright and turned pages.</summary>
internal sealed class BodyWriter
{
    private const int FewLines = 5;

    private readonly WordXml _xml;
    private readonly HeadingNumbering _numbering;
    private readonly Dictionary<Block, TablePlan> _plans = new(ReferenceEqualityComparer.Instance);

    /// <summary>A writer of one document.</summary>
    public BodyWriter(WordXml xml, HeadingNumbering numbering) => (_xml, _numbering) = (xml, numbering);

    /// <summary>Writes all blocks.</summary>
    public void Write(IReadOnlyList<Block> blocks)
    {
        foreach (var table in blocks.OfType<Table>())
            _plans[table] = new TablePlan(table);
        var pages = Pages(blocks);
        var cover = new CoverWriter(_xml, blocks.Where((_, i) => pages[i] == PageKind.Cover));
        _xml.Start("body");
        for (var i = 0; i < blocks.Count; i++)
        {
            var endsSection = i + 1 < blocks.Count && pages[i + 1] != pages[i];
            if (!(pages[i] == PageKind.Cover && cover.TryWrite(blocks[i])))
                Write(blocks[i], above: i > 0 ? blocks[i - 1].Declared : DeclaredPart.None, startsPage: PageStart.IsAnnex(blocks, i) && pages[i] == pages[i - 1]);
            if (endsSection)
                EndSection(pages[i], isAfterCover: IsAfterCover(pages, i));
            else if (blocks[i] is Table)
                WriteSpacer();
        }

        var last = blocks.Count - 1;
        PageSetup.Write(_xml, last < 0 ? PageKind.Portrait : pages[last], last >= 0 && IsAfterCover(pages, last));
        _xml.End();
    }

    private static bool IsAfterCover(PageKind[] pages, int at)
    {
        var first = at;
        while (first > 0 && pages[first - 1] == pages[at])
            first--;
        return first > 0 && pages[first - 1] == PageKind.Cover;
    }

    // A wide table takes its caption, and headings that would be left alone above it, onto its pages.
    private PageKind[] Pages(IReadOnlyList<Block> blocks)
    {
        var pages = new PageKind[blocks.Count];
        Array.Fill(pages, PageKind.Portrait);
        var cover = 0;
        for (var i = 0; i < blocks.Count; i++)
            if (blocks[i].Declared == DeclaredPart.Cover)
                cover = i + 1;
        Array.Fill(pages, PageKind.Cover, 0, cover);
        for (var i = cover; i < blocks.Count; i++)
            if (_plans.TryGetValue(blocks[i], out var plan) && plan.IsLandscape)
                for (var j = i; j == i || (j >= cover && blocks[j] is Paragraph p && IsKeptWithNext(p)); j--)
                    pages[j] = PageKind.Landscape;
        TurnShortRuns(pages, blocks);
        return pages;
    }

    // A few lines before, between or after turned pages do not turn the paper back.
    private static void TurnShortRuns(PageKind[] pages, IReadOnlyList<Block> blocks)
    {
        for (int i = 0, end; i < pages.Length; i = end)
        {
            var (kind, lines) = (pages[i], 0);
            for (end = i; end < pages.Length && pages[end] == kind; end++)
                lines += blocks[end] is Table ? FewLines + 1 : TextWidth.Lines(blocks[end].Text, PageSetup.TextWidth / (StyleSheet.BodyHalfPoints * 5));
            var isBesideTurned = (i > 0 && pages[i - 1] == PageKind.Landscape) || (end < pages.Length && pages[end] == PageKind.Landscape);
            if (kind == PageKind.Portrait && lines <= FewLines && isBesideTurned)
                Array.Fill(pages, PageKind.Landscape, i, end - i);
        }
    }

    private static bool IsKeptWithNext(Paragraph paragraph) =>
        paragraph.Declared is DeclaredPart.Title or DeclaredPart.Heading or DeclaredPart.Caption || (paragraph.Declared == DeclaredPart.Supplement && paragraph.Style.OutlineLevel is not null);

    private void Write(Block block, DeclaredPart above, bool startsPage)
    {
        switch (block)
        {
            case Table table:
                TableWriter.Write(_xml, _plans[table], TableStyle(table.Declared));
                break;
            case Figure:
                WriteParagraph(block.Declared == DeclaredPart.Cover ? DeclaredStyle.CoverFigure.Id : DeclaredStyle.Figure.Id, FormatVocabulary.Default.Figure);
                break;
            case Paragraph { Declared: DeclaredPart.Heading } heading:
                WriteHeading(heading, startsPage);
                break;
            case Paragraph { Declared: DeclaredPart.Signature } line:
                // Two lines stay free above a signature.
                WriteParagraph(DeclaredStyle.Signature.Id, line.Text, above == DeclaredPart.Signature ? 0 : 2 * PageSetup.Line);
                break;
            case Paragraph paragraph:
                WriteParagraph(ParagraphStyle(paragraph).Id, paragraph.Text);
                break;
        }
    }

    private void WriteHeading(Paragraph heading, bool startsPage)
    {
        var level = HeadingNumbering.LevelOf(heading);
        var label = _numbering.LabelLength(heading);
        _xml.Start("p").Start("pPr").Value("pStyle", StyleSheet.HeadingId(level));
        if (startsPage)
            _xml.Start("pageBreakBefore").End();
        // The style numbers; a typed number stands in its stead. Some programs take the indentation away with the number.
        if (label == 0 && _numbering.Levels[level - 1] is not null)
            _xml.Start("numPr").Value("ilvl", 0).Value("numId", 0).End()
                .Start("ind").With("firstLineChars", 200).With("firstLine", 640).End();
        _xml.End().Run(heading.Text.AsSpan(label));
        _xml.End();
    }

    private void WriteParagraph(string style, string text, int spaceAbove = 0)
    {
        _xml.Start("p").Start("pPr").Value("pStyle", style);
        if (spaceAbove > 0)
            _xml.Start("spacing").With("before", spaceAbove).End();
        _xml.End().Run(text);
        _xml.End();
    }

    private void WriteSpacer() => _xml.Start("p").Start("pPr").Value("pStyle", StyleSheet.Spacer).End().End();

    private void EndSection(PageKind kind, bool isAfterCover)
    {
        _xml.Start("p").Start("pPr").Value("pStyle", StyleSheet.Spacer);
        PageSetup.Write(_xml, kind, isAfterCover);
        _xml.End().End();
    }

    private static DeclaredStyle TableStyle(DeclaredPart part) => part switch
    {
        DeclaredPart.Cover => DeclaredStyle.CoverTable,
        DeclaredPart.Supplement => DeclaredStyle.SupplementTable,
        _ => DeclaredStyle.Table,
    };

    private static DeclaredStyle ParagraphStyle(Paragraph paragraph) => paragraph.Declared switch
    {
        DeclaredPart.Title => DeclaredStyle.Title,
        DeclaredPart.Cover => DeclaredStyle.Cover,
        DeclaredPart.Caption => DeclaredStyle.Caption,
        DeclaredPart.Supplement => paragraph.Style.OutlineLevel switch
        {
            1 => DeclaredStyle.SupplementHeading,
            null => DeclaredStyle.SupplementNote,
            _ => DeclaredStyle.SupplementCaption,
        },
        _ => DeclaredStyle.Body,
    };
}
