using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>The reports of a document as rows.</summary>
internal static class ReportRows
{
    public static IReadOnlyList<TableRows> Of(string documentId, ParseResult result)
    {
        var json = new JsonReportWriter(indented: false);
        var rows = new List<object?[]>();
        for (var i = 0; i < result.Reports.Count; i++)
        {
            var report = result.Reports[i];
            var row = new object?[ArchiveTables.Reports.Columns.Count];
            row[0] = documentId;
            row[1] = (long)(i + 1);
            row[2] = (long)result.Reports.Count;
            row[^1] = json.Write(report);
            rows.Add(row);
        }

        return [new TableRows(ArchiveTables.Reports, rows)];
    }
}
