using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>What several extractors need of one report, found once: its tables as read, its labelled values, its sentences.</summary>
internal sealed class ReportFacts
{
    /// <summary>The facts of a report.</summary>
    public ReportFacts(ReportOutline outline)
    {
        Tables = [.. outline.Walk().SelectMany(s => s.Blocks.Where(b => b.Table is not null).Select(b => new TableView(s, b)))];
        Labels = LabelledValues.Of(outline, Tables);
        IndicatorTables = [.. Tables.Select(IndicatorTable.Find).OfType<IndicatorTable>()];
        FundingTables = [.. Tables.Select(FundingTable.Find).OfType<FundingTable>()];
        Sentences = [.. Extracting.Sentences.OfBody(outline)];
    }

    /// <summary>All tables in reading order.</summary>
    public IReadOnlyList<TableView> Tables { get; }

    /// <summary>All labelled values in reading order.</summary>
    public IReadOnlyList<LabelledValue> Labels { get; }

    /// <summary>The tables that hold indicators.</summary>
    public IReadOnlyList<IndicatorTable> IndicatorTables { get; }

    /// <summary>The tables that hold funding.</summary>
    public IReadOnlyList<FundingTable> FundingTables { get; }

    /// <summary>The sentences of the body, abstract, cover and annexes apart.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Whether a table is a self-evaluation form (自评表): it has label cells for the project or unit, or forms of money or objectives, beside indicators.</summary>
    public bool IsForm(TableView table) =>
        Labels.Any(l => l.InTable && l.Span.Block == table.Block.Block && l.Field is "projectName" or "competentDepartment" or "evaluatedUnit")
        && (IndicatorTables.Any(t => ReferenceEquals(t.View.Block, table.Block)) || FundingTables.Any(t => ReferenceEquals(t.View.Block, table.Block)));

    /// <summary>The first value of a field: forms and cover in reading order.</summary>
    public LabelledValue? Label(string field) => Labels.FirstOrDefault(l => l.Field == field);
}
