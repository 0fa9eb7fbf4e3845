using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Composing;

/// <summary>A report's title, sections and signature as blocks in the order of print.</summary>
internal sealed class ReportBody
{
    private readonly List<Block> _blocks = [];
    private readonly List<DeclaredSection> _sections = [];
    private readonly int _deepestHeading;
    private int _position;

    /// <summary>Lays out a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="deepestHeading">The deepest level of headings that the format can tell apart; 0 where it tells none.</param>
    public ReportBody(PerformanceReport report, int deepestHeading)
    {
        _deepestHeading = deepestHeading;
        if (ComposedText.Normal(report.Title) is { Length: > 0 } title)
            _blocks.Add(new Paragraph { Text = title, Declared = DeclaredPart.Title });
        for (var i = 0; i < report.Sections.Count; i++)
            Add(report.Sections[i], 1, isCover: i == 0 && report.Sections[i] is { Level: 0, Kinds: [SectionKind.Cover], Heading: null, Number: "" });
        Sign(report);
    }

    /// <summary>The blocks.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>The sections in reading order, each with the place where it begins.</summary>
    public IReadOnlyList<DeclaredSection> Sections => _sections;

    private void Add(Section section, int depth, bool isCover)
    {
        var (number, heading) = (ComposedText.Line(section.Number), ComposedText.Normal(section.Heading));
        var isHeaded = number.Length + heading.Length > 0;
        _sections.Add(new DeclaredSection(_position + 1, depth, section.Level, number, heading.Length > 0 ? heading : null, section.Kinds));
        if (isHeaded)
            AddBlock(new Paragraph
            {
                Text = HeadingLine(number, heading),
                Declared = DeclaredPart.Heading,
                Style = new TextStyle { OutlineLevel = _deepestHeading == 0 ? null : Math.Min(depth, _deepestHeading) },
            });
        foreach (var block in section.Blocks)
            Add(block, isCover && depth == 1 ? DeclaredPart.Cover : DeclaredPart.Content);
        foreach (var child in section.Children)
            Add(child, depth + 1, isCover: false);
    }

    // Some numbers need a space behind them to be told from the heading: A 项目决策, 1 项目概况.
    private static string HeadingLine(string number, string heading) =>
        number.Length > 0 && heading.Length > 0 && HeadingNumber.Parse(number + heading).Text != number && HeadingNumber.Parse(number + " " + heading).Text == number
            ? number + " " + heading : number + heading;

    private void Add(ContentBlock block, DeclaredPart part)
    {
        switch (block)
        {
            case ParagraphContent paragraph when ComposedText.Normal(paragraph.Text) is { Length: > 0 } text:
                AddBlock(new Paragraph { Text = text, Declared = part });
                break;
            case TableContent { Rows.Count: > 0 } table:
                if (ComposedText.Normal(table.Caption) is { Length: > 0 } caption)
                    AddBlock(new Paragraph { Text = caption, Declared = DeclaredPart.Caption });
                AddBlock(new Table([.. table.Rows.Select(Row)]) { Declared = part });
                break;
            case FigureContent:
                AddBlock(new Figure { Declared = part });
                break;
        }
    }

    private static TableRow Row(IReadOnlyList<ContentCell> cells) =>
        new([.. cells.Select(c => new TableCell(ComposedText.Normal(c.Text), Math.Max(1, c.RowSpan), Math.Max(1, c.ColSpan)))]);

    private void AddBlock(Block block)
    {
        _blocks.Add(block);
        _position++;
    }

    // A form is not signed, and a cover already says who and when.
    private void Sign(PerformanceReport report)
    {
        if (report.Form == ReportForm.Table || report.Sections.Any(s => s.Kinds.Contains(SectionKind.Cover)) || report.ReportDate is not { } date)
            return;
        if (ComposedText.Line(report.Evaluator ?? report.EvaluatedUnit) is { Length: > 0 } unit)
            _blocks.Add(new Paragraph { Text = unit, Declared = DeclaredPart.Signature });
        _blocks.Add(new Paragraph { Text = Printed(date), Declared = DeclaredPart.Signature });
    }

    private static string Printed(PartialDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}年")
        + (date.Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"{month}月") : "")
        + (date.Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day}日") : "");
}
