using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;
using PerfEval.Parsing.Writing.Pdf.Files;
using PerfEval.Parsing.Writing.Pdf.Fonts;
using PerfEval.Parsing.Writing.Pdf.Tags;

namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>Prints a report's blocks in order: the cover on a page of its own, the body, the supplement on a new page.</summary>
internal sealed class ReportPrinter
{
    private const double TableSpace = 6;
    private const double FigureHeight = 60;
    private const double FigureWidth = 220;

    // Headings in a row stay together; a longer run is a list, which may be parted.
    private const int MostKept = 6;

    private readonly IReadOnlyList<Block> _blocks;
    private readonly DocumentFonts _fonts;
    private readonly ParagraphPrinter _paragraphs;
    private TablePlan? _next;

    public ReportPrinter(IReadOnlyList<Block> blocks, DocumentFonts fonts)
    {
        (_blocks, _fonts) = (blocks, fonts);
        _paragraphs = new ParagraphPrinter(Flow, fonts);
        for (var i = 0; i < blocks.Count; i++)
            Print(i);
        Flow.PrintNumbers(fonts);
    }

    public PageFlow Flow { get; } = new();

    /// <summary>The structure of what was printed.</summary>
    public StructureElement Document { get; } = new("Document");

    /// <summary>The headings, in order.</summary>
    public List<Bookmark> Headings { get; } = [];

    private void Print(int index)
    {
        var block = _blocks[index];
        Turn(index);
        switch (block)
        {
            case Paragraph paragraph:
                Print(paragraph, index);
                break;
            case Table table:
                Print(table, index);
                break;
            default:
                PrintFigure(Document.Add(new StructureElement(StructureTypes.Of(block)) { Entries = $"/Alt {PdfSyntax.Text(FormatVocabulary.Default.Figure)}" }));
                break;
        }
    }

    // The cover, with the title above it, and the supplement begin and end a page, an annex begins one; a table on its side has pages of its own.
    private void Turn(int index)
    {
        var (part, before) = (_blocks[index].Declared, index == 0 ? DeclaredPart.None : _blocks[index - 1].Declared);
        var isNewPart = (part == DeclaredPart.Cover) != (before == DeclaredPart.Cover) && !(part == DeclaredPart.Cover && before == DeclaredPart.Title)
            || part == DeclaredPart.Supplement && before != DeclaredPart.Supplement || PageStart.IsAnnex(_blocks, index);
        var landscape = Plan(index)?.IsLandscape ?? false;
        if ((isNewPart && !Flow.IsEmpty) || (landscape != Flow.Page.IsLandscape && (landscape || !Flow.IsEmpty || Flow.Number > 0)))
            Flow.Turn(landscape);
        if (part == DeclaredPart.Cover)
            Flow.Page.IsCover = true;
        if (index == 0 && part is DeclaredPart.Title or DeclaredPart.Cover && _blocks.Count > 1 && _blocks[1].Declared == DeclaredPart.Cover)
            Flow.Advance(140);
    }

    /// <summary>The plan of the table at a place, or below the caption and headings there, which go with it.</summary>
    private TablePlan? Plan(int index)
    {
        var at = index;
        while (at < _blocks.Count && at - index < MostKept && _blocks[at] is Paragraph { Declared: not DeclaredPart.Title } paragraph && TextFormat.Of(paragraph).KeepsWithNext)
            at++;
        if (at >= _blocks.Count || _blocks[at] is not Table { Rows.Count: > 0 } table)
            return null;
        return _next is { } plan && plan.Table == (object)table ? plan : _next = TablePlan.Of(table, _fonts);
    }

    private void Print(Paragraph paragraph, int index)
    {
        var format = TextFormat.Of(paragraph);
        var text = (paragraph.Label ?? "") + paragraph.Text;
        var element = Document.Add(new StructureElement(StructureTypes.Of(paragraph)));
        var (page, top) = _paragraphs.Print(text, format, element, format.KeepsWithNext ? NextHeight(index) : 0);
        if (paragraph.Declared == DeclaredPart.Heading || paragraph is { Declared: DeclaredPart.Supplement, Style.OutlineLevel: { } })
            Headings.Add(new Bookmark(text.Replace('\n', ' '), Math.Max(1, paragraph.Style.OutlineLevel ?? 1), page, top));
    }

    /// <summary>The least room for what must stand below a heading or caption: all that is kept with it, and the beginning of what follows.</summary>
    private double NextHeight(int index)
    {
        var height = 0.0;
        for (var i = index + 1; i < _blocks.Count && i - index <= MostKept; i++)
            switch (_blocks[i])
            {
                case Paragraph paragraph when TextFormat.Of(paragraph) is var format:
                    if (!format.KeepsWithNext)
                        return height + 2 * format.Leading;
                    height += format.Leading * (1 + (int)(paragraph.Text.Length * format.Size / PageFlow.UprightWidth));
                    break;
                case Table { Rows.Count: > 0 }:
                    return height + Plan(i)!.FirstHeight;
                default:
                    return height + FigureHeight;
            }

        return height;
    }

    private void Print(Table table, int index)
    {
        var element = Document.Add(new StructureElement(StructureTypes.Of(table)) { Page = Flow.Number });
        if (Plan(index) is not { } plan)
            return;
        if (!Flow.IsEmpty)
            Flow.Advance(TableSpace);
        Flow.Ensure(Math.Min(plan.FirstHeight, (Flow.UpperEdge - Flow.LowerEdge) / 2));
        new TablePrinter(Flow, plan, element).Print();
        Flow.Advance(TableSpace);
    }

    private void PrintFigure(StructureElement element)
    {
        const double Size = 12;
        Flow.Ensure(FigureHeight + 2 * TableSpace);
        Flow.Advance(TableSpace);
        var left = Flow.LeftEdge + (Flow.Width - FigureWidth) / 2;
        Flow.Page.BeginArtifact("");
        Flow.Page.Frame(left, Flow.Y - FigureHeight, left + FigureWidth, Flow.Y);
        Flow.Page.End();
        element.AddContent(Flow.Number, Flow.Page.BeginContent("Figure"));
        var text = ShapedText.Of(FormatVocabulary.Default.Figure, _fonts);
        Flow.Page.Show(text, left + (FigureWidth - ShapedText.Width(text) * Size) / 2, Flow.Y - FigureHeight / 2 - 0.36 * Size, Size, 0, 0);
        Flow.Page.End();
        Flow.Advance(FigureHeight + TableSpace);
    }
}
