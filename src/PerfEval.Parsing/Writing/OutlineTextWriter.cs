using System.Text;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing;

/// <summary>Writes the section tree as indented text, a heading a line: for eyes and for snapshots.</summary>
public sealed class OutlineTextWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "outline";

    /// <inheritdoc/>
    public void Write(PerformanceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(Write(report)));
    }

    /// <summary>The outline as a string, ending with a line feed.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The outline.</returns>
    public static string Write(PerformanceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append(report.Title ?? "(no title)").Append('\n');
        foreach (var section in report.Sections)
            Append(section, 1, text);
        return text.ToString();
    }

    private static void Append(Section section, int depth, StringBuilder text)
    {
        text.Append(' ', 2 * depth).Append(section.Number).Append(section.Heading ?? "-");
        if (section.Kinds.Count > 0)
            text.Append("  [").AppendJoin(' ', section.Kinds).Append(']');
        if (section.Blocks.Count > 0)
            text.Append("  ").AppendJoin(", ", section.Blocks.GroupBy(b => b switch { ParagraphContent => "paragraph", TableContent => "table", _ => "figure" })
                .Select(g => g.Count() == 1 ? g.Key : $"{g.Count()} {g.Key}s"));
        text.Append('\n');
        foreach (var child in section.Children)
            Append(child, depth + 1, text);
    }
}
