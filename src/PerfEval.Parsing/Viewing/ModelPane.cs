using System.Globalization;
using System.Text;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>A report's values in groups, in the order in which people ask for them. What has evidence can be chosen.</summary>
internal sealed class ModelPane
{
    private readonly StringBuilder _html;
    private readonly PerformanceReport _report;
    private readonly ReportEntries _entries;
    private readonly ViewVocabulary _words;
    private readonly int _part;
    private readonly ValueMarkup _values;

    /// <summary>The pane of a report.</summary>
    /// <param name="html">The page.</param>
    /// <param name="report">The report.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="words">The page's words.</param>
    /// <param name="part">Which of the page's reports it is, 1-based; 0 where it is the only one.</param>
    public ModelPane(StringBuilder html, PerformanceReport report, ReportEntries entries, ViewVocabulary words, int part)
    {
        (_html, _report, _entries, _words, _part) = (html, report, entries, words, part);
        _values = new ValueMarkup(html, entries, words, part);
    }

    /// <summary>Prints the groups.</summary>
    public void Print()
    {
        var others = Others();
        PrintGroups(others.Count > 0);
        Group("basics", Basics);
        Group("scores", Scores);
        Group("dimensionScores", () => Table("dimensionScores", _report.DimensionScores, ModelColumns.Dimensions));
        Group("funding", Funding);
        Group("indicators", () => Table("indicators", _report.Indicators, ModelColumns.Indicators));
        Group("objectives", Objectives);
        Group("citations", () => Table("citations", _report.Citations, ModelColumns.Citations));
        Group("achievements", () => Items("achievements", _report.Achievements));
        Group("experiences", () => Items("experiences", _report.Experiences));
        Group("problems", () => Items("problems", _report.Problems));
        Group("recommendations", () => Items("recommendations", _report.Recommendations));
        if (_report.Facts.Count > 0)
            Group("facts", () => Table("facts", _report.Facts, ModelColumns.Facts));
        Group("sections", () => new OutlineTree(_html, _entries, _values, _words).Print(_report.Sections));
        Group("diagnostics", () => DiagnosticList.Print(_html, _report, _entries, _values, _words));
        if (others.Count > 0)
            Group("other", () => PrintOthers(others));
        Group("source", Source);
    }

    private void PrintGroups(bool withOthers)
    {
        _html.Append("<nav class=\"groups\"").AppendAttribute("aria-label", _words.Page("groups")).Append('>');
        foreach (var (group, count) in Groups())
        {
            if ((group == "other" && !withOthers) || (group == "facts" && count == 0))
                continue;
            _html.Append("<a").AppendAttribute("href", "#" + GroupId(group)).Append('>').AppendText(_words.Group(group));
            if (count > 0)
                _html.AppendElement("small", group == "diagnostics" ? "count " + ViewData.SeverityClass(_report.Diagnostics.Max(d => d.Severity)) : "count", count.ToString(CultureInfo.InvariantCulture));
            _html.Append("</a>");
        }

        _html.Append("</nav>\n");
    }

    private IEnumerable<(string Group, int Count)> Groups() =>
    [
        ("basics", 0), ("scores", 0), ("dimensionScores", _report.DimensionScores.Count), ("funding", 0), ("indicators", _report.Indicators.Count), ("objectives", 0),
        ("citations", _report.Citations.Count), ("achievements", _report.Achievements.Count), ("experiences", _report.Experiences.Count),
        ("problems", _report.Problems.Count), ("recommendations", _report.Recommendations.Count), ("facts", _report.Facts.Count), ("sections", 0), ("diagnostics", _report.Diagnostics.Count), ("other", 0), ("source", 0),
    ];

    private string GroupId(string group) => _part == 0 ? group : string.Create(CultureInfo.InvariantCulture, $"{group}-{_part}");

    private void Group(string group, Action content)
    {
        _html.Append("<section class=\"group\"").AppendAttribute("id", GroupId(group)).AppendAttribute("aria-label", _words.Group(group)).Append(">\n")
            .AppendElement("h2", null, _words.Group(group)).Append('\n');
        content();
        _html.Append("</section>\n");
    }

    private void Basics()
    {
        _html.Append("<dl>\n");
        Field("title", _report.Title);
        Field("subject", _report.Subject == ReportSubject.Unknown ? null : _words.Word("subject", _report.Subject));
        Field("mode", _report.Mode == EvaluationMode.Unknown ? null : _words.Word("mode", _report.Mode));
        Field("form", _words.Word("form", _report.Form));
        Field("fiscalYears", [.. _report.FiscalYears.Select((year, i) => ($"/fiscalYears/{i.ToString(CultureInfo.InvariantCulture)}", (string?)year.ToString(CultureInfo.InvariantCulture)))], "、");
        Field("projectName", _report.ProjectName);
        Field("evaluatedUnit", _report.EvaluatedUnit);
        Field("competentDepartment", _report.CompetentDepartment);
        Field("commissioner", _report.Commissioner);
        Field("evaluator", _report.Evaluator);
        Field("reportDate", _report.ReportDate?.ToString());
        _html.Append("</dl>\n");
    }

    private void Scores()
    {
        _html.Append("<dl class=\"scores\">\n");
        Points("score", _report.Score);
        Points("selfScore", _report.SelfScore);
        var grade = new List<(string, string?)> { ("/grade/raw", _report.Grade?.Raw) };
        if (_report.Grade?.Level is { } level)
            grade.Add(("/grade/level", _words.Word("level", level)));
        Field("grade", grade, " · ");
        _html.Append("</dl>\n");
    }

    private void Points(string field, Score? score) =>
        Field(field, score is null ? [] : [($"/{field}/value", ValueMarkup.Number(score.Value)), ($"/{field}/fullMark", ValueMarkup.Number(score.FullMark))], " / ");

    private void Funding()
    {
        if (_report.Funding is not { } funding)
        {
            PrintUnknown();
            return;
        }

        _html.Append("<dl>\n");
        Field("funding/initialBudget", _values.Money(funding.InitialBudget));
        Field("funding/budget", _values.Money(funding.Budget));
        Field("funding/received", _values.Money(funding.Received));
        Field("funding/spent", _values.Money(funding.Spent));
        Field("funding/executionRate", ValueMarkup.Rate(funding.ExecutionRate));
        if (funding.FullMark is not null || funding.Score is not null)
        {
            Field("funding/fullMark", ValueMarkup.Number(funding.FullMark));
            Field("funding/score", ValueMarkup.Number(funding.Score));
        }

        _html.Append("</dl>\n");
        if (funding.Lines.Count > 0)
            Table("funding/lines", funding.Lines, ModelColumns.FundingLines(_values));
    }

    private void Objectives()
    {
        if (_report.Objectives is not { } objectives)
        {
            PrintUnknown();
            return;
        }

        _html.Append("<dl class=\"long\">\n");
        foreach (var (field, text) in (List<(string, string?)>)[("objectives/text", objectives.Text), ("objectives/expected", objectives.Expected), ("objectives/actual", objectives.Actual)])
            if (text is not null)
                Field(field, text);
        _html.Append("</dl>\n");
    }

    private void Items(string list, IReadOnlyList<ReportItem> items)
    {
        if (items.Count == 0)
        {
            PrintUnknown();
            return;
        }

        _html.Append("<ol>\n");
        for (var i = 0; i < items.Count; i++)
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"/{list}/{i}");
            _html.Append("<li data-f>");
            if (items[i].Heading is { } heading)
            {
                _html.Append("<strong>");
                _values.Value(item + "/heading", heading);
                _html.Append("</strong> ");
            }

            if (items[i].Text.Length > 0)
                _values.Value(item + "/text", items[i].Text, dense: items[i].Heading is not null);
            _html.Append("</li>\n");
        }

        _html.Append("</ol>\n");
    }

    private void Table<T>(string list, IReadOnlyList<T> items, IReadOnlyList<ModelColumn<T>> columns)
    {
        if (items.Count == 0)
        {
            PrintUnknown();
            return;
        }

        // A column that no row fills is none of this report's.
        var filled = columns.Where(c => items.Any(i => c.Text(i) is not null)).ToList();
        _html.Append("<div class=\"table\" role=\"group\" tabindex=\"0\"").AppendAttribute("aria-label", _words.Field(list)!).Append("><table>\n<thead><tr>");
        foreach (var column in filled)
            _html.Append("<th scope=\"col\">").AppendText(_words.Field($"{list}/*/{column.Field}")!).Append("</th>");
        _html.Append("</tr></thead>\n<tbody>\n");
        for (var i = 0; i < items.Count; i++)
        {
            _html.Append("<tr data-f>");
            foreach (var column in filled)
                Cell(string.Create(CultureInfo.InvariantCulture, $"/{list}/{i}/{column.Field}"), column, column.Text(items[i]), i == 0 ? null : column.Text(items[i - 1]));
            _html.Append("</tr>\n");
        }

        _html.Append("</tbody>\n</table></div>\n");
    }

    private void Cell<T>(string pointer, ModelColumn<T> column, string? text, string? above)
    {
        var look = column.IsNumber ? "number" : column.Repeats && text is not null && text == above ? "ditto" : text?.Length > 16 ? "long" : null;
        _html.Append("<td");
        if (look is not null)
            _html.AppendAttribute("class", look);
        _html.Append('>');
        _values.Value(pointer, text, dense: true);
        _html.Append("</td>");
    }

    // Evidence that belongs to no value above: of fields that an extractor of the caller's read.
    private List<ViewEntry> Others() =>
        [.. _entries.All.Where(e => e.Evidence is not null && !FieldNames.IsKnown(e.Pointer, _words))];

    private void PrintOthers(List<ViewEntry> others)
    {
        _html.Append("<dl>\n");
        foreach (var entry in others)
        {
            _html.Append("<div data-f><dt>").AppendText(entry.Pointer).Append("</dt><dd>");
            _values.Value(entry.Pointer, entry.Evidence!.Text);
            _html.Append("</dd></div>\n");
        }

        _html.Append("</dl>\n");
    }

    private void Source()
    {
        var source = _report.Source;
        (string Name, string? Value)[] facts =
        [
            (_words.Field("source/path")!, source.Path), (_words.Field("source/format")!, source.Format),
            (_words.Field("source/pages")!, ValueMarkup.Number(source.Pages)), (_words.Field("source/encoding")!, source.Encoding),
            (_words.Field("source/method")!, _words.Word("method", source.Method)), (_words.Field("source/length")!, ValueMarkup.Number(source.Length)),
            (_words.Field("source/sha256")!, source.Sha256), .. source.Metadata.Select(m => (m.Name, (string?)m.Value)),
        ];
        _html.Append("<dl class=\"source\">\n");
        foreach (var (name, value) in facts)
            if (value is not null)
                _html.Append("<div data-f><dt>").AppendText(name).Append("</dt><dd>").AppendText(value).Append("</dd></div>\n");
        _html.Append("</dl>\n");
    }

    private void Field(string field, string? text) => Field(field, [("/" + field, text)], "");

    private void Field(string field, List<(string Pointer, string? Text)> values, string separator)
    {
        _html.Append("<div data-f><dt>").AppendText(_words.Field(field)!).Append("</dt><dd>");
        _values.Values(values.Count == 0 ? [("/" + field, null)] : values, separator);
        _html.Append("</dd></div>\n");
    }

    private void PrintUnknown() => _html.AppendElement("p", "unknown", _words.Page("unknown")).Append('\n');
}
