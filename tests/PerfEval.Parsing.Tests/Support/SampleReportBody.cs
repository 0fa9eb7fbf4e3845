using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>Turns the lines of SampleReport.txt into the document's body.</summary>
internal sealed class SampleReportBody(Footnotes notes)
{
    private static readonly string[] Numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    private readonly Body _body = new();
    private string[] _lines = [];
    private Table? _table;
    private int[] _widths = [];

    public Body Build(string[] lines)
    {
        _lines = lines;
        foreach (var line in lines)
        {
            var (mark, rest) = line.IndexOf(' ', StringComparison.Ordinal) is var i and > 0 && line[0] is '@' or '#' or '|'
                ? (line[..i], line[(i + 1)..])
                : line.StartsWith('@') ? (line, "") : ("", line);
            Add(mark, rest);
        }

        _body.Append(new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId3" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId4" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Right = 1474, Bottom = 1984, Left = 1587, Header = 851, Footer = 992, Gutter = 0 },
            new TitlePage()));
        return _body;
    }

    private void Add(string mark, string text)
    {
        switch (mark)
        {
            case "@title":
                Paragraph("Title", text.Split('|'));
                break;
            case "@field":
                Paragraph("CoverLine", text.Replace("|", "", StringComparison.Ordinal));
                break;
            case "@center":
                Paragraph("CoverDate", text);
                break;
            case "@right":
                Paragraph("Signature", text);
                break;
            case "@caption":
                Paragraph("Caption", text);
                break;
            case "@plain":
                Paragraph("BodyText", text);
                break;
            case "@break":
                _body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page })));
                break;
            case "@contents":
                Contents();
                break;
            case "@table":
                StartTable(text);
                break;
            case "@end":
                _body.Append(_table!);
                break;
            case "|":
                Row(text);
                break;
            case "#" or "##" or "###":
                Paragraph($"Heading{mark.Length}", text);
                break;
            default:
                Paragraph("BodyText", text);
                break;
        }
    }

    /// <summary>A paragraph; lines are parted by soft breaks, and {{ }} holds a footnote.</summary>
    private void Paragraph(string style, params string[] lines)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                paragraph.Append(new Run(new Break()));
            var parts = lines[i].Split("{{");
            paragraph.Append(Run(parts[0]));
            if (parts.Length < 2)
                continue;
            var note = parts[1].Split("}}");
            paragraph.Append(Footnote(note[0]), Run(note[1]));
        }

        _body.Append(paragraph);
    }

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private Run Footnote(string text)
    {
        notes.Append(new Footnote(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "FootnoteText" }),
            new Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new FootnoteReferenceMark()),
            Run(" " + text)))
        { Id = 1 });
        return new Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new FootnoteReference { Id = 1 });
    }

    /// <summary>The contents as Word keeps them: a field whose result repeats the headings with their numbers and pages.</summary>
    private void Contents()
    {
        Paragraph("TOCHeading", "目  录");
        int first = 0, second = 0, page = 3;
        var entries = new List<Paragraph>();
        foreach (var line in _lines)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                (first, second) = (first + 1, 0);
                entries.Add(Entry("TOC1", $"{Numerals[first]}、{line[2..]}", page++));
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
                entries.Add(Entry("TOC2", $"（{Numerals[++second]}）{line[3..]}", page));
        }

        entries[0].InsertAfter(new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), entries[0].ParagraphProperties);
        entries[0].InsertAfter(new Run(new FieldCode(" TOC \\o \"1-2\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }), entries[0].ChildElements[1]);
        entries[0].InsertAfter(new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), entries[0].ChildElements[2]);
        _body.Append(entries);
        _body.Append(new Paragraph(new Run(new FieldChar { FieldCharType = FieldCharValues.End })));
    }

    private static Paragraph Entry(string style, string text, int page) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = style }),
        Run(text),
        new Run(new TabChar()),
        Run($"{page}"));

    private void StartTable(string widths)
    {
        // Widths are parts of the text's width, 8845 twentieths of a point.
        var parts = widths.Split(' ').Select(int.Parse).ToArray();
        _widths = [.. parts.Select(part => 8845 * part / parts.Sum())];
        _table = new Table(
            new TableProperties(
                new TableStyle { Val = "TableGrid" },
                new TableWidth { Width = "0", Type = TableWidthUnitValues.Auto },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(_widths.Select(width => new GridColumn { Width = $"{width}" })));
    }

    private void Row(string text)
    {
        var row = new TableRow();
        var texts = text.Split('|').Select(cell => cell.Trim()).ToList();
        if (texts[0].StartsWith('*'))
            row.Append(new TableRowProperties(new TableHeader()));
        for (var column = 0; column < texts.Count; column++)
        {
            var span = 1;
            while (column + span < texts.Count && texts[column + span] == "<")
                span++;
            row.Append(Cell(texts, column, span));
            column += span - 1;
        }

        _table!.Append(row);
    }

    private TableCell Cell(List<string> texts, int column, int span)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{_widths.Skip(column).Take(span).Sum()}", Type = TableWidthUnitValues.Dxa });
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        if (texts[column] == "^")
            properties.Append(new VerticalMerge());
        else if (column < 2 && texts.Count == 8 && span == 1)
            properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
        var run = Run(texts[column] == "^" ? "" : texts[column].TrimStart('*'));
        if (texts[column].StartsWith('*'))
            run.PrependChild(new RunProperties(new Bold()));
        return new TableCell(properties, new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "TableText" }), run));
    }
}
