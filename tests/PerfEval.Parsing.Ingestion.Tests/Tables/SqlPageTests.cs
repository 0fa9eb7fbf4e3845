using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Sql;
using PerfEval.Parsing.Ingestion.Tables;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Tables;

/// <summary>The tables and views are data; the pages that explain them are made of it.</summary>
public sealed class SqlPageTests
{
    private const string Advice = "The page is made from Tables/ArchiveTables.cs, Sinks/Sql/views.sql and this test.";

    [Fact]
    public void TheEnglishPageIsThatOfTheTablesAndViews() => Approved.VerifyFile(
        Page(SqlPageTexts.EnglishHead, "Column", "Type", "Meaning", "key: ", t => t.Meaning, c => c.Meaning, SqlPageTexts.EnglishViews, v => v.Meaning),
        "docs/ingestion-sql.md",
        Advice);

    [Fact]
    public void TheChinesePageIsThatOfTheTablesAndViews() => Approved.VerifyFile(
        Page(SqlPageTexts.ChineseHead, "列", "类型", "含义", "键：", t => t.MeaningZh, c => c.MeaningZh, SqlPageTexts.ChineseViews, v => v.MeaningZh),
        "docs/ingestion-sql.zh-CN.md",
        Advice);

    [Fact]
    public void EveryTableColumnAndViewIsExplainedInBothLanguages()
    {
        Assert.All(ArchiveTables.All, t => Assert.True(t.Meaning.Length > 0 && t.MeaningZh.Length > 0, t.Name));
        Assert.All(ArchiveTables.All.SelectMany(t => t.Columns, (t, c) => (t.Name, Column: c)), c => Assert.True(c.Column.Meaning.Length > 0 && c.Column.MeaningZh.Length > 0, $"{c.Name}.{c.Column.Name}"));
        Assert.All(ViewScript.Views, v => Assert.True(v.Meaning.Length > 0 && v.MeaningZh.Length > 0, v.Name));
    }

    [Fact]
    public void EveryKeyIsMadeOfColumnsOfItsTable() =>
        Assert.All(ArchiveTables.All, t => Assert.Empty(t.Key.Except(t.Columns.Select(c => c.Name))));

    [Fact]
    public void EveryViewReadsOnlyTablesAndViewsBeforeIt()
    {
        var known = ArchiveTables.All.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var view in ViewScript.Views)
        {
            var read = view.Definition.Split([' ', '\n', ')', '('], StringSplitOptions.RemoveEmptyEntries);
            var named = read.Zip(read.Skip(1)).Where(p => p.First is "from" or "join" && p.Second is not "select" and not "values").Select(p => p.Second);
            Assert.Empty(named.Except(known));
            known.Add(view.Name);
        }
    }

    private static string Page(
        string head, string column, string type, string meaning, string key, Func<TableSchema, string> tableMeaning, Func<Column, string> columnMeaning, string views, Func<ArchiveView, string> viewMeaning)
    {
        var text = new StringBuilder(head).Append("\n\n");
        foreach (var table in ArchiveTables.All)
        {
            text.Append($"### {table.Name}\n\n{tableMeaning(table)} ({key}{string.Join(", ", table.Key.Select(k => $"`{k}`"))})\n\n| {column} | {type} | {meaning} |\n| --- | --- | --- |\n");
            foreach (var one in table.Columns)
                text.Append($"| `{one.Name}` | {TypeName(one.Type)} | {columnMeaning(one)} |\n");
            text.Append('\n');
        }

        text.Append(views).Append("\n\n");
        foreach (var view in ViewScript.Views)
            text.Append($"### {view.Name}\n\n{viewMeaning(view)}\n\n```sql\ncreate {view.Definition};\n```\n\n");
        return text.ToString();
    }

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.Integer => "integer",
        ColumnType.Number => "decimal",
        ColumnType.Boolean => "boolean",
        ColumnType.Timestamp => "timestamp",
        _ => "json",
    };
}
