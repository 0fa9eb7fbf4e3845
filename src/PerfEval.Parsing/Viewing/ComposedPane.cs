using System.Globalization;
using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>
/// A report without its document: title and sections in their order. Where evidence says from which characters a heading or a piece of
/// content came, the piece stands for them, so that values can be shown in it.
/// </summary>
internal sealed class ComposedPane
{
    private readonly StringBuilder _html;
    private readonly BlockMarkup _markup;
    private readonly ReportEntries _entries;

    private ComposedPane(StringBuilder html, ReportEntries entries, ViewVocabulary words)
    {
        (_html, _entries) = (html, entries);
        _markup = new BlockMarkup(html, words);
    }

    /// <summary>Prints the report's text.</summary>
    public static void Print(StringBuilder html, PerformanceReport report, ReportEntries entries, ViewVocabulary words)
    {
        var pane = new ComposedPane(html, entries, words);
        html.AppendElement("p", "aside", words.Page("composed")).Append('\n');
        if (report.Title is { } title)
            pane.Paragraph("/title", title, "center large", 0);
        pane.Sections("/sections", report.Sections);
    }

    private void Sections(string pointer, IReadOnlyList<Section> sections)
    {
        for (var i = 0; i < sections.Count; i++)
        {
            var own = string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}");
            if (sections[i].Heading is { } heading)
                Paragraph(own + "/heading", heading, "heading", sections[i].Level, sections[i].Number);
            for (var k = 0; k < sections[i].Blocks.Count; k++)
                Content(string.Create(CultureInfo.InvariantCulture, $"{own}/blocks/{k}"), sections[i].Blocks[k]);
            Sections(own + "/children", sections[i].Children);
        }
    }

    private void Content(string pointer, ContentBlock block)
    {
        switch (block)
        {
            case ParagraphContent paragraph:
                Paragraph(pointer, paragraph.Text, "indent", null);
                break;
            case TableContent table:
                Table(pointer, table);
                break;
            default:
                _markup.Figure();
                break;
        }
    }

    // What stands before the characters that were read, an automatic label or a number, is no part of the block's text.
    private void Paragraph(string pointer, string text, string look, int? level, string label = "")
    {
        var place = _entries.Own(pointer)?.Places[0];
        var at = place is { Length: > 0 } ? text.LastIndexOf(place.Text, StringComparison.Ordinal) : -1;
        var known = at >= 0 && at + place!.Length == text.Length;
        _markup.TurnTo(place?.Page);
        _markup.Open(known ? place!.Block : null, look, level);
        label += known ? text[..at] : text;
        if (label.Length > 0)
            _html.AppendElement("span", known ? "label" : null, label);
        if (known)
            _markup.Text(place!.Start, place.Text);
        _html.Append("</p>\n");
    }

    private void Table(string pointer, TableContent content)
    {
        var table = new Table([.. content.Rows.Select(row => new TableRow([.. row.Select(cell => new TableCell(cell.Text, cell.RowSpan, cell.ColSpan))]))]);
        var place = _entries.Own(pointer)?.Places[0];
        if (content.Caption is { } caption)
            _html.AppendElement("p", "center", caption).Append('\n');
        _markup.TurnTo(place?.Page);
        var known = place is not null && place.Text == table.Text;
        _markup.Table(known ? place!.Block : null, known ? place!.Start : 0, table, "");
    }
}
