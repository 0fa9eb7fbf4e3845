using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>Lines that form one table.</summary>
/// <param name="First">The first line's index.</param>
/// <param name="End">The index after the last line.</param>
/// <param name="Rows">The rows read from them.</param>
internal sealed record TableRegion(int First, int End, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Marks the lines as taken.</summary>
    public TableRegion Claim(List<TextLine> lines)
    {
        for (var i = First; i < End; i++)
            lines[i].Kind = LineKind.Table;
        return this;
    }
}
