using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Writing.Forms;

/// <summary>
/// Lays a report out as the official 项目支出绩效自评表 (财预〔2020〕10号 annex 1). What the report does not say stays blank; where a blank would be
/// taken for the value above, a dash says that there is none.
/// </summary>
internal sealed class FormComposer
{
    private static readonly FormVocabulary Words = FormVocabulary.Default;

    private readonly PerformanceReport _report;
    private readonly FormColumns _columns;
    private readonly List<IReadOnlyList<FormCell>> _rows = [];
    private readonly bool _inTenThousands;

    private FormComposer(PerformanceReport report)
    {
        (_report, _columns) = (report, new FormColumns(report));
        _inTenThousands = FormFigures.FitTenThousands(report.Funding ?? new Funding());
    }

    /// <summary>The form of a report.</summary>
    internal static FormSheet Compose(PerformanceReport report) => new FormComposer(report).Compose();

    private FormSheet Compose()
    {
        AddTitle();
        AddParties();
        AddFunding();
        AddObjectives();
        var head = _rows.Count;
        AddIndicators();
        AddTotal();
        return new FormSheet(_rows, _columns.Widths, head);
    }

    private void AddTitle()
    {
        if (_report.Title is { } title)
            _rows.Add([new FormCell(0, FormCellKind.Title, title) { ColumnSpan = _columns.Count }]);
        if (_report.FiscalYears.Count > 0)
            _rows.Add([new FormCell(0, FormCellKind.Subtitle, Words.Years(_report.FiscalYears)) { ColumnSpan = _columns.Count }]);
    }

    private void AddParties()
    {
        // A department's form names the department where a project's names the project.
        if (_report.Subject == ReportSubject.Department)
        {
            _rows.Add([Label(0, "departmentName"), Value(1, _columns.Count, _report.EvaluatedUnit)]);
            if (_report.CompetentDepartment is not null)
                _rows.Add([Label(0, "competentDepartment"), Value(1, _columns.Count, _report.CompetentDepartment)]);
            return;
        }

        _rows.Add([Label(0, _report.Subject == ReportSubject.TransferPayment ? "transferName" : "projectName"), Value(1, _columns.Count, _report.ProjectName)]);
        _rows.Add(
        [
            Label(0, "competentDepartment"), Value(1, _columns.Middle, _report.CompetentDepartment),
            Label(_columns.Middle, "evaluatedUnit"), Value(_columns.Middle + 1, _columns.Count, _report.EvaluatedUnit),
        ]);
    }

    private void AddFunding()
    {
        var money = _report.Funding ?? new Funding();
        var label = Words.Label("funding") + Words.Unit(_inTenThousands ? "tenThousandYuan" : "yuan");
        var first = _columns.Funding.Values.First();
        _rows.Add(
        [
            new FormCell(0, FormCellKind.Label, label) { RowSpan = money.Lines.Count + 2 },
            new FormCell(1, FormCellKind.Label, "") { ColumnSpan = first - 1 },
            .. _columns.Funding.Select(c => new FormCell(c.Value, FormCellKind.Label, Words.Funding(c.Key))),
        ]);
        AddMoney(Words.Label("fundingTotal"), new FundingLine
        {
            Name = "",
            InitialBudget = money.InitialBudget,
            Budget = money.Budget,
            Received = money.Received,
            Spent = money.Spent,
            ExecutionRate = money.ExecutionRate,
            FullMark = money.FullMark,
            Score = money.Score,
        });
        for (var i = 0; i < money.Lines.Count; i++)
            AddMoney((i == 0 ? Words.Label("fundingPart") : "") + money.Lines[i].Name, money.Lines[i]);
    }

    private void AddMoney(string name, FundingLine line)
    {
        FormCell Cell(string field, int column) => field switch
        {
            "initialBudget" => Amount(column, line.InitialBudget),
            "budget" => Amount(column, line.Budget),
            "received" => Amount(column, line.Received),
            "spent" => Amount(column, line.Spent),
            "executionRate" => Rate(column, line.ExecutionRate),
            "fullMark" => Figure(column, line.FullMark),
            _ => Figure(column, line.Score),
        };
        var isBlank = (line.InitialBudget ?? line.Budget ?? line.Received ?? line.Spent) is null;
        _rows.Add(
        [
            new FormCell(1, FormCellKind.Value, name) { ColumnSpan = _columns.Funding.Values.First() - 1 },
            // A row of the form is told by its figures; a dash is the figure of a source that gave nothing.
            .. _columns.Funding.Select(c => isBlank && line.Name.Length > 0 && c.Key == "budget" ? Nothing(c.Value) : Cell(c.Key, c.Value)),
        ]);
    }

    private void AddObjectives()
    {
        var (from, middle, end) = (1, _columns.Middle, _columns.Count);
        _rows.Add(
        [
            Label(0, "objectives") with { RowSpan = 2 },
            Label(from, "expected") with { ColumnSpan = middle - from },
            Label(middle, "actual") with { ColumnSpan = end - middle },
        ]);
        _rows.Add(
        [
            new FormCell(from, FormCellKind.Prose, _report.Objectives?.Expected ?? "") { ColumnSpan = middle - from },
            new FormCell(middle, FormCellKind.Prose, _report.Objectives?.Actual ?? "") { ColumnSpan = end - middle },
        ]);
    }

    private void AddIndicators()
    {
        // Of an indicator about which nothing is said there is nothing to print.
        var indicators = _report.Indicators.Where(i => i != new Indicator()).ToList();
        _rows.Add(
        [
            Label(0, "indicators") with { RowSpan = indicators.Count + 1 },
            .. _columns.Indicator.Select(c => new FormCell(c.Value, FormCellKind.Label, Words.Indicator(c.Key))),
        ]);
        var groups = new FormGroups(indicators, Words.Label("nothing"));
        for (var i = 0; i < indicators.Count; i++)
            _rows.Add([.. groups.Cells(i, _columns.Indicator["level1"], _columns.Indicator["level2"]), .. Values(indicators[i])]);
    }

    private IEnumerable<FormCell> Values(Indicator indicator)
    {
        foreach (var (field, column) in _columns.Indicator)
            if (field is not ("level1" or "level2"))
                yield return field switch
                {
                    "level3" => indicator.Level3 is { } name ? new FormCell(column, FormCellKind.Prose, name) : Nothing(column),
                    "operator" => new FormCell(column, FormCellKind.Value, indicator.Operator ?? ""),
                    "target" => new FormCell(column, FormCellKind.Value, indicator.Target ?? ""),
                    "unit" => new FormCell(column, FormCellKind.Value, indicator.Unit ?? ""),
                    "actual" => new FormCell(column, FormCellKind.Value, indicator.Actual ?? ""),
                    "fullMark" => Figure(column, indicator.FullMark),
                    "score" => Figure(column, indicator.Score),
                    _ => new FormCell(column, FormCellKind.Prose, indicator.Deviation ?? ""),
                };
    }

    private void AddTotal()
    {
        var mark = _columns.Indicator["fullMark"];
        _rows.Add(
        [
            Label(0, "total") with { ColumnSpan = mark },
            Figure(mark, _report.Score?.FullMark),
            Figure(_columns.Indicator["score"], _report.Score?.Value),
            new FormCell(_columns.Indicator["deviation"], FormCellKind.Prose, ""),
        ]);
    }

    private static FormCell Label(int column, string name) => new(column, FormCellKind.Label, Words.Label(name));

    private static FormCell Nothing(int column) => new(column, FormCellKind.Value, Words.Label("nothing"));

    private static FormCell Value(int column, int end, string? text) => new(column, FormCellKind.Value, text ?? "") { ColumnSpan = end - column };

    private static FormCell Figure(int column, decimal? value) =>
        new(column, FormCellKind.Figure, value is { } number ? FormFigures.Text(number) : "") { Number = value };

    private FormCell Amount(int column, decimal? yuan) => Figure(column, yuan is { } amount && _inTenThousands ? FormFigures.InTenThousands(amount) : yuan);

    private static FormCell Rate(int column, decimal? fraction) =>
        new(column, FormCellKind.Rate, fraction is { } rate ? FormFigures.Percentage(rate) : "") { Number = fraction };
}
