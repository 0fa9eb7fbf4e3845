using System.Text;

namespace PerfEval.Parsing.Evaluation.Writing;

/// <summary>A comparison as a web page.</summary>
internal sealed class DifferencePage
{
    // A browser still unfolds and filters this many without waiting.
    private const int MostReports = 2000;

    private readonly StringBuilder _list = new();
    private readonly DifferenceSummary _summary = new();
    private int _listed;
    private int _left;

    public static DifferenceSummary Write(IEnumerable<ReportDifference> reports, Stream output)
    {
        var page = new DifferencePage();
        foreach (var report in reports)
            page.Add(report);
        using var html = new HtmlPage(output, "Two parses compared");
        page.Write(html);
        return page._summary;
    }

    private void Add(ReportDifference report)
    {
        _summary.Add(report);
        if (report.Change is ReportChange.Same or ReportChange.StillFails)
            return;
        if (_listed == MostReports)
        {
            _left++;
            return;
        }

        _listed++;
        Entry(report);
    }

    private void Entry(ReportDifference report)
    {
        var mark = report.Change switch { ReportChange.Removed or ReportChange.FailsNow => "lost", ReportChange.Added or ReportChange.ReadsNow => "gained", _ => "changed" };
        _list.Append(FormattableString.Invariant($"<details><summary><span class=\"name\">{HtmlPage.Text(DifferenceWords.Name(report))}</span><span class=\"{mark}\">{DifferenceWords.Of(report.Change)}</span>"));
        foreach (var kind in Enum.GetValues<DifferenceKind>())
            if (report.Differences.Count(difference => difference.Kind == kind) is > 0 and var count)
                _list.Append(FormattableString.Invariant($"<span class=\"{Word(kind)}\">{count} {Word(kind)}</span>"));
        _list.Append("</summary>\n");
        foreach (var note in Notes(report))
            _list.Append($"<p class=\"note\">{HtmlPage.Text(note)}</p>\n");
        if (report.Differences.Count > 0)
            Table(report);
        _list.Append("</details>\n");
    }

    private void Table(ReportDifference report)
    {
        _list.Append("<table><thead><tr><th></th><th>field</th><th>of</th><th>old</th><th>where</th><th>new</th><th>where</th></tr></thead>\n<tbody>\n");
        foreach (var difference in report.Differences)
        {
            var (old, now) = DifferenceWords.Shortened(difference);
            _list.Append($"<tr><td class=\"{Word(difference.Kind)}\">{Word(difference.Kind)}</td><th>{HtmlPage.Text(difference.Field)}</th><td>{HtmlPage.Text(Item(difference))}</td>");
            _list.Append($"{HtmlPage.Value(old)}{HtmlPage.Place(difference.OldPlace)}{HtmlPage.Value(now)}{HtmlPage.Place(difference.NewPlace)}</tr>\n");
        }

        _list.Append("</tbody></table>\n");
    }

    // A row that stands there whole need not be named twice.
    private static string? Item(Difference difference) =>
        difference.Item is { } item && (difference.Old ?? difference.New)?.StartsWith(item.TrimEnd('…'), StringComparison.Ordinal) == true ? null : difference.Item;

    private static IEnumerable<string> Notes(ReportDifference report)
    {
        if (report.Failure is { } failure)
            yield return failure;
        if (report.IsOtherDocument)
            yield return "The document itself has other bytes.";
        if (report.OldPath is { } path)
            yield return $"Before: {path}";
    }

    private void Write(HtmlPage page)
    {
        page.Add("<div class=\"figures\">\n");
        foreach (var change in Enum.GetValues<ReportChange>())
            page.Figure(FormattableString.Invariant($"{_summary.Count(change)}"), DifferenceWords.Of(change));
        page.Add("</div>\n");
        Fields(page);
        page.Add("<h2>Reports</h2>\n");
        if (_left > 0)
            page.Add(FormattableString.Invariant($"<p class=\"note\">The first {_listed} reports are listed; {_left} more differ.</p>\n"));
        page.Filter("file, field or value");
        page.Add($"<div id=\"list\">\n{_list}</div>\n");
    }

    private void Fields(HtmlPage page)
    {
        if (_summary.Fields.Count == 0)
            return;
        page.Add("<h2>Fields</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>field</th><th class=\"n\">gained</th><th class=\"n\">lost</th><th class=\"n\">changed</th><th class=\"n\">reports</th></tr></thead>\n<tbody>\n");
        foreach (var field in _summary.Fields)
            page.Add(FormattableString.Invariant($"<tr><th>{HtmlPage.Text(field.Field)}</th><td class=\"n gained\">{field.Gained}</td><td class=\"n lost\">{field.Lost}</td><td class=\"n changed\">{field.Changed}</td><td class=\"n\">{field.Reports}</td></tr>\n"));
        page.Add("</tbody>\n</table></div>\n");
    }

    private static string Word(DifferenceKind kind) => kind switch { DifferenceKind.Gained => "gained", DifferenceKind.Lost => "lost", _ => "changed" };
}
