using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.Peers.Results;

/// <summary>The findings as a page of Markdown.</summary>
internal static class ResultPage
{
    /// <summary>The page.</summary>
    public static string Of(Findings findings, RunOptions options)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Floors and peers, {options.Date}\n\n");
        page.Append("Made by `benchmarks/peers.sh`; what is measured and how, says [docs/performance.md](../../docs/performance.md). Compare the figures with each other, not with those of another machine.\n");
        if (options.IsQuick)
            page.Append("\n**A quick run, for trying: too few rounds for results.**\n");
        Table(page, ["", ""], Machine.Describe(options).Select(line => new[] { line.What, line.Which }));
        page.Append("\n## Goals\n");
        Table(page, ["work", "goal", "measured", "met?"], findings.Goals.Select(g => new[] { g.Work, g.Goal, g.Measured, g.IsMet switch { true => "yes", false => "no", null => "—" } }));
        foreach (var group in findings.Figures.GroupBy(figure => figure.Group))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {group.Key}\n");
            Table(page, ["measured", "figure"], group.Select(figure => new[] { figure.Name, figure.Value }));
        }

        return page.ToString();
    }

    private static void Table(StringBuilder page, string[] head, IEnumerable<string[]> rows)
    {
        page.Append("\n| ").AppendJoin(" | ", head).Append(" |\n|").Append(string.Concat(head.Select(_ => " --- |"))).Append('\n');
        foreach (var row in rows)
            page.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
    }
}
