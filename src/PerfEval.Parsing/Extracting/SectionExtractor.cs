using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The outline as the model's section tree.</summary>
internal sealed class SectionExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        draft.Report = draft.Report with { Sections = [.. outline.Sections.Select(Convert)] };
        Cite(outline.Sections, "/sections", outline, draft);
    }

    private static Section Convert(OutlineSection section) => new()
    {
        Number = section.Number,
        Heading = section.Heading,
        Level = section.Level,
        Kinds = section.Kinds,
        Blocks = [.. section.Blocks.Select(Convert)],
        Children = [.. section.Children.Select(Convert)],
    };

    private static ContentBlock Convert(OutlineBlock block) => block switch
    {
        { Table: { } table } => new TableContent
        {
            Caption = block.Caption,
            Rows = [.. table.Rows.Select(r => (IReadOnlyList<ContentCell>)[.. r.Cells.Select(c => new ContentCell(c.Text, c.RowSpan, c.ColumnSpan))])],
        },
        { IsFigure: true } => new FigureContent(),
        _ => new ParagraphContent(block.Text),
    };

    private static void Cite(IReadOnlyList<OutlineSection> sections, string list, ReportOutline outline, ReportDraft draft)
    {
        for (var i = 0; i < sections.Count; i++)
        {
            var (section, pointer) = (sections[i], $"{list}/{i}");
            CiteHeading(section, pointer, outline, draft);
            for (var k = 0; k < section.Blocks.Count; k++)
                CiteBlock(section.Blocks[k], $"{pointer}/blocks/{k}", draft);
            Cite(section.Children, pointer + "/children", outline, draft);
        }
    }

    private static void CiteHeading(OutlineSection section, string pointer, ReportOutline outline, ReportDraft draft)
    {
        if (section.NumberSpan is { } number)
            draft.Cite(pointer + "/number", IsStated(number, outline.Document) ? "supplement.value" : number.Length == 0 ? "section.number.automatic" : "section.number", number);
        if (section.HeadingSpan is { } heading)
            draft.Cite(pointer + "/heading", IsStated(heading, outline.Document) ? "supplement.value" : "section.heading", heading);
        if (section.Kinds.Count == 0)
            return;
        if (section.KindsSpan is { } stated)
            draft.Cite(pointer + "/kinds", "supplement.value", stated);
        else if ((section.HeadingSpan ?? FirstPlace(section)) is { } place)
            draft.Cite(pointer + "/kinds", IsListed(section, outline.Classifier) ? "section.kind.listed" : "section.kind.inferred", place);
    }

    private static bool IsStated(SourceSpan span, SourceDocument document) => document.Blocks[span.Block].Declared == DeclaredPart.Supplement;

    // 项目概况 as a chapter is 基本情况 too: that its place tells, not the list.
    private static bool IsListed(OutlineSection section, SectionClassifier classifier) => section.Heading is { } heading
        && classifier.Classify(heading, [.. section.Ancestors().SelectMany(a => a.Kinds).Distinct()], listedOnly: true).SequenceEqual(section.Kinds);

    // A cover or preface is known by where it stands.
    private static SourceSpan? FirstPlace(OutlineSection section) => section.Blocks.Count > 0 ? Places(section.Blocks[0])[0] : null;

    private static void CiteBlock(OutlineBlock block, string pointer, ReportDraft draft)
    {
        draft.Cite(pointer, "section.block", Places(block));
        if (block.PlacedCaption is { } caption)
            draft.Cite(pointer + "/caption", "section.caption", caption.Places);
    }

    private static SourceSpan[] Places(OutlineBlock block) => block.IsParagraph && block.Text.Length > 0 ? PlacedText.Of(block).Places : [new SourceSpan(block.Block, block.Start, block.Table?.Text.Length ?? 0)];
}
