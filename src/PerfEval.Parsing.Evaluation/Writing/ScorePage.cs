using System.Globalization;

namespace PerfEval.Parsing.Evaluation.Writing;

/// <summary>A corpus' score as a web page: figures, a table by format, a table by file name, the misses of every report.</summary>
/// <param name="score">The score.</param>
/// <param name="page">The page.</param>
internal sealed class ScorePage(CorpusScore score, HtmlPage page)
{
    private const double Good = 0.95;
    private const double Fair = 0.8;

    public static void Write(CorpusScore score, Stream output)
    {
        using var page = new HtmlPage(output, "Evaluation against gold");
        new ScorePage(score, page).Write();
    }

    private void Write()
    {
        Figures();
        page.Add("<h2>Fields</h2>\n<p class=\"note\">F1 by format, strict. Precision: the share of the values read that are right. Recall: the share of the gold's values that were read. Soft: near values count in part.</p>\n");
        Table(score.ByFormat, counts: true);
        page.Add("<h2>File names</h2>\n<p class=\"note\">F1 of the files of each name, strict.</p>\n");
        Table(score.ByFileName, counts: false);
        page.Add("<h2>Files</h2>\n<p class=\"note\">What was read otherwise than the gold says, and where it was read; files with most misses first.</p>\n");
        page.Filter("file, field or value");
        page.Add("<div id=\"list\">\n");
        foreach (var file in score.Files.OrderByDescending(Misses))
            File(file);
        page.Add("</div>\n");
    }

    private void Figures()
    {
        var all = score.All;
        page.Add("<div class=\"figures\">\n");
        page.Figure(Share(all.Strict), "overall F1, strict");
        page.Figure(Share(all.Soft), "overall F1, soft");
        page.Figure(Number($"{all.PerfectReports} of {all.Reports}"), "reports without a miss");
        page.Figure(Number($"{all.PerfectFiles} of {all.Files}"), "files without a miss");
        page.Figure(Number($"{all.Failures}"), "files that gave nothing");
        page.Add("</div>\n");
    }

    private void Table(IReadOnlyList<ScoreColumn> columns, bool counts)
    {
        page.Add("<div class=\"wide\"><table>\n<thead><tr><th>field</th>");
        foreach (var name in (counts ? (string[])["precision", "recall", "F1", "soft F1", "support"] : ["F1"]).Concat(columns.Select(column => column.Name)))
            page.Add($"<th class=\"n\">{HtmlPage.Text(name)}</th>");
        page.Add("</tr></thead>\n<tbody>\n");
        foreach (var field in score.All.Fields)
        {
            page.Add($"<tr><th>{HtmlPage.Text(field.Field)}</th>");
            page.Add(counts
                ? Cell(field.Strict.Precision) + Cell(field.Strict.Recall) + Cell(field.Strict.F1) + Cell(field.Soft.F1) + $"<td class=\"n\">{Number($"{field.Strict.Support}")}</td>"
                : Cell(field.Strict.F1));
            foreach (var column in columns)
                page.Add(Cell(column.Fields.FirstOrDefault(f => f.Field == field.Field)?.Strict.F1));
            page.Add("</tr>\n");
        }

        page.Add($"<tr class=\"total\"><th>overall</th>{(counts ? "<td></td><td></td>" : "")}{Cell(score.All.Strict)}{(counts ? Cell(score.All.Soft) + "<td></td>" : "")}");
        page.Add(string.Concat(columns.Select(column => Cell(column.Strict))));
        page.Add($"</tr>\n<tr class=\"total\"><th>perfect files</th>{(counts ? "<td></td><td></td>" : "")}{Perfect(score.All)}{(counts ? "<td></td><td></td>" : "")}");
        page.Add(string.Concat(columns.Select(Perfect)));
        page.Add("</tr>\n</tbody>\n</table></div>\n");
    }

    private void File(FileScore file)
    {
        foreach (var report in file.Reports)
        {
            var part = file.Reports.Count == 1 ? "" : Number($" · report {report.Part}");
            page.Add($"<details><summary><span class=\"name\">{HtmlPage.Text($"{file.Case}/{file.Name}{part}")}</span>");
            page.Add($"<span class=\"count\">{Number($"{report.Misses.Count} misses")}</span>");
            page.Add($"<span class=\"{Class(report.Strict)}\">{Share(report.Strict)}</span> <span class=\"count\">soft {Share(report.Soft)}</span></summary>\n");
            if (file.Failure is not null)
                page.Add($"<p class=\"lost\">{HtmlPage.Text(file.Failure)}</p>\n");
            else if (!file.ReportsPerFile.IsPerfect)
                page.Add(Number($"<p class=\"lost\">The file gave {file.ReportsPerFile.Right + file.ReportsPerFile.Wrong} reports; the gold has {file.ReportsPerFile.Support}.</p>\n"));
            Misses(report);
            page.Add("</details>\n");
        }
    }

    private void Misses(ReportScore report)
    {
        if (report.Misses.Count == 0)
            return;
        page.Add("<table><thead><tr><th>field</th><th>of</th><th>gold</th><th>read</th><th>where</th><th class=\"n\">near</th></tr></thead>\n<tbody>\n");
        foreach (var miss in report.Misses)
        {
            page.Add($"<tr><th>{HtmlPage.Text(miss.Field)}</th><td>{HtmlPage.Text(miss.Item)}</td>{HtmlPage.Value(miss.Wanted)}{HtmlPage.Value(miss.Got)}{HtmlPage.Place(miss.Place)}");
            page.Add($"<td class=\"n\">{(miss.Closeness > 0 ? miss.Closeness.ToString("0.00", CultureInfo.InvariantCulture) : "")}</td></tr>\n");
        }

        page.Add("</tbody></table>\n");
    }

    private static int Misses(FileScore file) => file.Reports.Sum(report => report.Misses.Count);

    private static string Perfect(ScoreColumn column) => Number($"<td class=\"n\">{column.PerfectFiles}/{column.Files}</td>");

    private static string Cell(double? share) => $"<td class=\"n {Class(share)}\">{Share(share)}</td>";

    private static string Class(double? share) => share switch { null => "", >= Good => "good", >= Fair => "fair", _ => "poor" };

    private static string Share(double? share) => share?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    private static string Number(FormattableString text) => FormattableString.Invariant(text);
}
