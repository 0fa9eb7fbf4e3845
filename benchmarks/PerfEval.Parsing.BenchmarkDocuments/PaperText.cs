using System.Text;

namespace PerfEval.Parsing.BenchmarkDocuments;

/// <summary>A report as plain text, the way people save it: indented paragraphs, cells between tabs.</summary>
public static class PaperText
{
    /// <summary>The text.</summary>
    /// <param name="paper">The report.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string Of(InventedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var text = new StringBuilder();
        foreach (var block in paper.Blocks)
            switch (block)
            {
                case PaperHeading heading:
                    text.Append(heading.Text).Append('\n');
                    break;
                case PaperParagraph paragraph:
                    text.Append("    ").Append(paragraph.Text).Append('\n');
                    break;
                case PaperTable table:
                    foreach (var row in table.Rows)
                        text.AppendJoin('\t', row).Append('\n');
                    break;
            }

        return text.ToString();
    }
}
