using System.Text;
using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Writing.PlainText;

/// <summary>
/// Writes a report as plain text (UTF-8, CRLF) in the customary layout: title centred, headings flush left, paragraphs indented by two characters, drawn
/// tables. A closing line names the layout; a file that bears it is read again without loss.
/// </summary>
public sealed class TextReportWriter : IReportWriter
{
    private const int NarrowestTitlePad = 5;

    /// <inheritdoc/>
    public string Format => "txt";

    /// <inheritdoc/>
    public void Write(PerformanceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var lines = new List<string>();
        DeclaredPart before = DeclaredPart.None;
        foreach (var block in ReportComposer.Compose(report, deepestHeading: 0).Blocks)
        {
            if (block.Declared == DeclaredPart.Supplement && before != DeclaredPart.Supplement)
                lines.AddRange(["", " " + DrawnText.SupplementRule]);
            Add(lines, block, before);
            before = block.Declared;
        }

        lines.AddRange(["", " " + FormatVocabulary.Default.Text, ""]);
        output.Write(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
    }

    private static void Add(List<string> lines, Block block, DeclaredPart before)
    {
        var margin = block.Declared == DeclaredPart.Cover ? "  " : " ";
        switch (block)
        {
            case Table table:
                lines.AddRange(TableDrawing.Draw(table).Select(line => margin + line));
                break;
            case Figure:
                lines.Add(margin + FormatVocabulary.Default.Figure);
                break;
            case Paragraph paragraph:
                // A blank line before a heading and wherever another part begins parts what belongs together.
                if (lines.Count > 0 && (block.Declared == DeclaredPart.Heading || (block.Declared != before && before != DeclaredPart.Heading) || IsSupplementHead(paragraph)))
                    lines.Add("");
                AddText(lines, paragraph);
                break;
        }
    }

    private static bool IsSupplementHead(Paragraph paragraph) => paragraph is { Declared: DeclaredPart.Supplement, Style.OutlineLevel: not null };

    private static void AddText(List<string> lines, Paragraph paragraph)
    {
        var parts = paragraph.Text.Split('\n');
        var pad = paragraph.Declared switch
        {
            DeclaredPart.Title => Math.Clamp((DrawnText.LineWidth - parts.Max(p => DrawnText.Width(p))) / 4, NarrowestTitlePad, DrawnText.Signature - 1),
            DeclaredPart.Signature => Math.Max(DrawnText.Signature, ((DrawnText.LineWidth - parts.Max(p => DrawnText.Width(p))) / 2) - 2),
            DeclaredPart.Cover => DrawnText.Cover,
            DeclaredPart.Caption => DrawnText.Caption,
            DeclaredPart.Content => DrawnText.Content,
            DeclaredPart.Supplement when paragraph.Style.OutlineLevel is null => DrawnText.Content,
            _ => 0,
        };
        for (var i = 0; i < parts.Length; i++)
            lines.Add(new string('\u3000', i == 0 ? pad : DrawnText.Continued) + parts[i]);
    }
}
