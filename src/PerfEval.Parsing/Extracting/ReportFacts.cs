using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>What several extractors need of one report, found once: its tables as read, its labelled values, its sentences.</summary>
internal sealed class ReportFacts
{
    /// <summary>The facts of a report.</summary>
    public ReportFacts(ReportOutline outline, TableGrids grids, ParseWatch watch)
    {
        var words = new CellWords(outline.Vocabulary);
        Tables = new WatchedList<TableView>([.. watch.Over(outline.Walk()).SelectMany(s => s.Blocks.Where(b => b.Table is not null).Select(b => new TableView(s, b, words, grids.Of(b.Table!))))], watch);
        Labels = new WatchedList<LabelledValue>(LabelledValues.Of(outline, Tables), watch);
        IndicatorTables = [.. Tables.Select(IndicatorTable.Find).OfType<IndicatorTable>()];
        FundingTables = [.. Tables.Select(t => FundingTable.Find(t) ?? (t.Rows is >= 3 and <= 10 && t.Columns <= 10 ? FundingTable.Find(t.Transposed()) : null)).OfType<FundingTable>()];
        Sentences = new WatchedList<Sentence>([.. watch.Over(Extracting.Sentences.OfBody(outline))], watch);
        FormAnswers = [.. Tables.SelectMany(t => Answers(t, outline.Classifier))];
    }

    /// <summary>The document numbers of the paragraphs.</summary>
    public DocumentNumbers Numbers { get; } = new();

    /// <summary>All tables in reading order.</summary>
    public WatchedList<TableView> Tables { get; }

    /// <summary>All labelled values in reading order.</summary>
    public WatchedList<LabelledValue> Labels { get; }

    /// <summary>The tables that hold indicators.</summary>
    public IReadOnlyList<IndicatorTable> IndicatorTables { get; }

    /// <summary>The tables that hold funding.</summary>
    public IReadOnlyList<FundingTable> FundingTables { get; }

    /// <summary>The sentences of the body, abstract, cover and annexes apart.</summary>
    public WatchedList<Sentence> Sentences { get; }

    /// <summary>The texts that a form asks for in rows of their own (评价结论, 存在问题, 改进措施), by what their label names.</summary>
    public IReadOnlyList<(SectionKind Kind, OutlineBlock Text, OutlineSection Section)> FormAnswers { get; }

    private static IEnumerable<(SectionKind, OutlineBlock, OutlineSection)> Answers(TableView table, SectionClassifier classifier)
    {
        for (var row = 0; row < table.Rows; row++)
        {
            var cells = table.RowCells(row).Where(c => !string.IsNullOrWhiteSpace(c.Cell.Text)).ToList();
            if (cells.Count == 2 && cells[0].Cell.Text.Length <= 20 && cells[1].Cell.Text.Length > 4 && classifier.Classify(cells[0].Cell.Text, [], listedOnly: true) is [var kind])
                yield return (kind, new OutlineBlock(table.Block.Block, cells[1].Cell.Start, cells[1].Cell.Text), table.Section);
        }
    }

    /// <summary>
    /// Whether a table is a self-evaluation form (自评表): of label cells for the project or unit, money and indicators it has two.
    /// </summary>
    public bool IsForm(TableView table)
    {
        var hasIndicators = IndicatorTables.Any(t => ReferenceEquals(t.View.Block, table.Block));
        var hasFunding = FundingTables.Any(t => ReferenceEquals(t.View.Block, table.Block));
        return (hasIndicators && hasFunding) || ((hasIndicators || hasFunding)
            && Labels.Any(l => l.InTable && l.Span.Block == table.Block.Block && l.Field is "projectName" or "competentDepartment" or "evaluatedUnit"));
    }

    /// <summary>The first value of a field: forms and cover in reading order.</summary>
    public LabelledValue? Label(string field) => Labels.FirstOrDefault(l => l.Field == field);
}
