using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The outline as the model's section tree.</summary>
internal sealed class SectionExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft) =>
        draft.Report = draft.Report with { Sections = [.. outline.Sections.Select(Convert)] };

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
}
