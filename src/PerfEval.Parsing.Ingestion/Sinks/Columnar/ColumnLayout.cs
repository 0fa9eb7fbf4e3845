using Parquet.Schema;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Sinks.Columnar;

/// <summary>The columns of a table as Parquet has them: all may be null; times are UTC microseconds, numbers decimal(38, 6), JSON is text.</summary>
internal sealed class ColumnLayout
{
    private ColumnLayout(TableSchema table)
    {
        Table = table;
        Schema = new ParquetSchema([.. table.Columns.Select(Field)]);
    }

    public TableSchema Table { get; }

    public ParquetSchema Schema { get; }

    public static ColumnLayout Of(TableSchema table) => new(table);

    public DataField FieldOf(string column) => Schema.DataFields.Single(field => field.Name == column);

    private static Field Field(Column column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Json => new DataField(column.Name, typeof(string), isNullable: true),
        ColumnType.Integer => new DataField(column.Name, typeof(long), isNullable: true),
        ColumnType.Number => new DecimalDataField(column.Name, 38, 6, isNullable: true),
        ColumnType.Boolean => new DataField(column.Name, typeof(bool), isNullable: true),
        ColumnType.Timestamp => new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: true),
        _ => throw new InvalidOperationException($"There is no type {column.Type}."),
    };
}
