using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>A page's lines and tables in reading order.</summary>
internal sealed class PageLayout
{
    public required int Number { get; init; }

    public required PageBox Box { get; init; }

    /// <summary>Lines and tables in reading order.</summary>
    public required List<PageItem> Items { get; init; }

    /// <summary>Text across the page, neither level nor upright.</summary>
    public required List<string> Slanted { get; init; }

    /// <summary>Level lines that belong to no table, in the frame of the level text: what sets notes apart.</summary>
    public required List<Rule> LooseRules { get; init; }

    public required List<PageBox> Pictures { get; init; }

    public required List<string> Comments { get; init; }

    public required int Letters { get; init; }

    /// <summary>The letters that are drawn without ink.</summary>
    public required int InvisibleLetters { get; init; }

    public IEnumerable<PdfLine> Lines => Items.Where(i => i.Line is not null).Select(i => i.Line!);
}

/// <summary>A line, a table or a picture on a page.</summary>
/// <param name="Line">The line, if it is one.</param>
/// <param name="Table">The table, if it is one.</param>
internal readonly record struct PageItem(PdfLine? Line, PdfTable? Table)
{
    /// <summary>Whether it is a picture.</summary>
    public bool IsFigure => Line is null && Table is null;
}
