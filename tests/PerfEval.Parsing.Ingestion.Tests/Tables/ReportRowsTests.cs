using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Tables;

/// <summary>Reports become rows, and nothing that an analyst looks for is left in the JSON alone.</summary>
public sealed partial class ReportRowsTests
{
    private static readonly PerformanceReport Report = FullReport.Create() with
    {
        Evidence = [.. new[] { "/score/value", "/grade/raw", "/funding/budget", "/funding/spent", "/facts/0/value" }.Select((p, i) => new EvidenceEntry(p, new() { Text = "甲", Confidence = 0.9 + (i * 0.01) }))],
    };

    private static readonly IReadOnlyList<TableRows> Full = Rows(Report);

    [Fact]
    public void EveryValueOfAReportStandsInARow()
    {
        var cells = Full.SelectMany(t => t.Rows.SelectMany(row => t.Table == ArchiveTables.Reports ? row[..^1] : row)).OfType<object>().ToList();
        using var json = JsonDocument.Parse(Json(Report));
        var missing = Leaves(json.RootElement, "").Where(leaf => !LeftOut().IsMatch(leaf.Pointer) && !cells.Any(cell => Holds(cell, leaf.Value))).Select(l => l.Pointer);

        Assert.Empty(missing);
    }

    [Fact]
    public void EveryColumnHasAValueOfItsTypeInSomeReport()
    {
        foreach (var (table, rows) in Full)
            for (var c = 0; c < table.Columns.Count; c++)
            {
                Assert.All(rows, row => Assert.Equal(table.Columns.Count, row.Length));
                var values = rows.Select(row => row[c]).OfType<object>().ToList();
                Assert.True(values.Count > 0, $"{table.Name}.{table.Columns[c].Name} is always empty.");
                Assert.All(values, value => Assert.Equal(TypeOf(table.Columns[c].Type), value.GetType()));
            }
    }

    [Fact]
    public void SectionsLieInReadingOrderUnderTheirParents()
    {
        var rows = Of(Full, ArchiveTables.Sections);

        Assert.Equal([1L, 2L, 3L, 4L], rows.Select(r => r["ordinal"]));
        Assert.Equal([null, 1L, 2L, null], rows.Select(r => r["parent"]));
        Assert.Equal(["基本情况", "项目概况", "深", null], rows.Select(r => r["heading"]));
        Assert.Equal("第一行\n第二行\n表1\n甲\t乙\n", rows[0]["text"]);
        Assert.Equal("[\"basics\",\"overview\"]", rows[0]["kinds"]);
        Assert.Equal(1L, rows[0]["tables"]);
        Assert.Equal(1L, rows[3]["figures"]);
    }

    [Fact]
    public void TheModelColumnHoldsTheReportWhole() =>
        Assert.Equal(Report, JsonReportReader.Read((string)Of(Full, ArchiveTables.Reports)[0]["model"]!));

    [Fact]
    public void EnumsReadAsInTheJson()
    {
        var row = Of(Full, ArchiveTables.Reports)[0];

        Assert.Equal("transferPayment", row["subject"]);
        Assert.Equal("fiscalEvaluation", row["mode"]);
        Assert.Equal("good", row["grade_level"]);
        Assert.Equal("2024-05", row["report_date"]);
        Assert.Equal(2024L, row["report_year"]);
        Assert.Equal(2022L, row["fiscal_year_from"]);
        Assert.Equal(2023L, row["fiscal_year_to"]);
    }

    [Fact]
    public void ReportsOfOneDocumentAreToldApartByTheirPart()
    {
        var two = new[] { new PerformanceReport { Problems = [new(null, "甲")] }, new PerformanceReport { Problems = [new(null, "乙")] } };
        var rows = ReportRows.Of("d", new ParseResult(ParseStatus.Partial, two, []), [.. two.Select(r => (ReadOnlyMemory<byte>)Json(r))]);

        Assert.Equal([1L, 2L], Of(rows, ArchiveTables.Reports).Select(r => r["part"]));
        Assert.Equal([(1L, "甲"), (2L, "乙")], Of(rows, ArchiveTables.Items).Select(r => ((long)r["part"]!, (string)r["text"]!)));
        Assert.All(Of(rows, ArchiveTables.Reports), r => Assert.Equal("partial", r["status"]));
    }

    [Fact]
    public void TextThatADatabaseWouldCutIsMended()
    {
        Assert.Equal("a\uFFFDb", Title("a\0b"));
        Assert.Equal("a\uFFFD", Title("a\ud800"));
        Assert.Equal("\U00020BB7", Title("\U00020BB7"));

        static object? Title(string text) => Of(Rows(new PerformanceReport { Title = text }), ArchiveTables.Reports)[0]["title"];
    }

    [Fact]
    public void NumbersAreRoundedToSixPlacesBeforeAnySinkDoesIt()
    {
        var row = Of(Rows(new PerformanceReport { Score = new(1.2345675m, 100.00m) }), ArchiveTables.Reports)[0];

        Assert.Equal(1.234568m, row["score"]);
        Assert.Equal("100", ((decimal)row["full_mark"]!).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void RowsComeBackFromTheirBytesWithAndWithoutTheModels() => ReportGen.Report.Sample(report =>
    {
        var rows = Rows(report);
        var model = (ReadOnlyMemory<byte>)Json(report);

        return Same(rows, Passed(rows, true, [])) && Same(rows, Passed(rows, false, [model]));
    }, iter: 100, threads: 1);

    [Fact]
    public void RowsOfReportsReadBackFromJsonAreTheSame() => ReportGen.Report.Sample(
        report => Same(Rows(report), Rows(JsonReportReader.Read(Json(report)))), iter: 50, threads: 1);

    [Fact]
    public void BytesThatAreNoRowsAreRefused()
    {
        Assert.Throws<InvalidDataException>(() => Read([1, 0, 0, 0, 3, (byte)'x', (byte)'y', (byte)'z', 0, 0, 0, 0], []));
        Assert.Throws<InvalidDataException>(() => Read([255, 255, 255, 255], []));
        using var written = new MemoryStream();
        RowCodec.Write(new BinaryWriter(written), Full, withModels: false);
        Assert.Throws<InvalidDataException>(() => Read(written.ToArray(), []));
    }

    internal static IReadOnlyList<TableRows> Rows(PerformanceReport report) => ReportRows.Of("d", new ParseResult(ParseStatus.Complete, [report], []), [Json(report)]);

    internal static byte[] Json(PerformanceReport report) => Encoding.UTF8.GetBytes(new JsonReportWriter(indented: false).Write(report));

    private static IReadOnlyList<TableRows> Passed(IReadOnlyList<TableRows> rows, bool withModels, IReadOnlyList<ReadOnlyMemory<byte>> models)
    {
        using var bytes = new MemoryStream();
        RowCodec.Write(new BinaryWriter(bytes), rows, withModels);
        return Read(bytes.ToArray(), models);
    }

    private static IReadOnlyList<TableRows> Read(byte[] bytes, IReadOnlyList<ReadOnlyMemory<byte>> models) => RowCodec.Read(new BinaryReader(new MemoryStream(bytes)), models);

    private static bool Same(IReadOnlyList<TableRows> a, IReadOnlyList<TableRows> b) =>
        a.Count == b.Count && a.Zip(b).All(p => p.First.Table == p.Second.Table && p.First.Rows.Count == p.Second.Rows.Count
            && p.First.Rows.Zip(p.Second.Rows).All(r => r.First.SequenceEqual(r.Second)));

    private static List<Dictionary<string, object?>> Of(IReadOnlyList<TableRows> tables, TableSchema table) =>
        [.. tables.Single(t => t.Table == table).Rows.Select(row => table.Columns.Zip(row).ToDictionary(p => p.First.Name, p => p.Second))];

    private static Type TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => typeof(long),
        ColumnType.Number => typeof(decimal),
        ColumnType.Boolean => typeof(bool),
        ColumnType.Timestamp => typeof(DateTimeOffset),
        _ => typeof(string),
    };

    private static IEnumerable<(string Pointer, JsonElement Value)> Leaves(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Leaves(p.Value, $"{pointer}/{p.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((v, i) => Leaves(v, $"{pointer}/{i}")),
        JsonValueKind.Null => [],
        _ => [(pointer, value)],
    };

    private static bool Holds(object cell, JsonElement value) => cell switch
    {
        string text => text.Contains(value.ToString(), StringComparison.Ordinal),
        long number => value.ValueKind == JsonValueKind.Number && value.GetDecimal() == number,
        decimal number => value.ValueKind == JsonValueKind.Number && value.GetDecimal() == number,
        _ => false,
    };

    // The file's own columns, the layout of tables and the places of values: they are in the model column only.
    [GeneratedRegex("^/(?:schemaVersion|source/(?:path|sha256|length|part|parts)|evidence/.*|.*/(?:type|rowSpan|colSpan)|diagnostics/.*/place/.*)$")]
    private static partial Regex LeftOut();
}
