using System.Text;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>Rows as bytes, on their way from a worker. The layout is private to one version: both ends are the same library.</summary>
internal static class RowCodec
{
    private const byte ModelMark = 6;

    public static void Write(BinaryWriter writer, IReadOnlyList<TableRows> tables) => Write(writer, tables, withModels: true);

    /// <summary>Writes rows.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="tables">The rows.</param>
    /// <param name="withModels">Whether the reports' JSON, most of a document's bytes, is written too: not where it goes the same way beside the rows.</param>
    public static void Write(BinaryWriter writer, IReadOnlyList<TableRows> tables, bool withModels)
    {
        writer.Write(tables.Count);
        foreach (var (table, rows) in tables)
        {
            var last = !withModels && table == ArchiveTables.Reports ? table.Columns.Count - 1 : -1;
            writer.Write(table.Name);
            writer.Write(rows.Count);
            foreach (var row in rows)
                for (var c = 0; c < row.Length; c++)
                    if (c == last)
                        writer.Write(ModelMark);
                    else
                        Write(writer, row[c]);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no rows of <see cref="ArchiveTables"/>.</exception>
    public static IReadOnlyList<TableRows> Read(BinaryReader reader) => Read(reader, []);

    /// <summary>Reads rows.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="reports">The reports' JSON, where the rows were written without it.</param>
    /// <exception cref="InvalidDataException">The bytes are no rows of <see cref="ArchiveTables"/>.</exception>
    public static IReadOnlyList<TableRows> Read(BinaryReader reader, IReadOnlyList<ReadOnlyMemory<byte>> reports)
    {
        var tables = new TableRows[Count(reader)];
        for (var i = 0; i < tables.Length; i++)
        {
            var name = reader.ReadString();
            var table = ArchiveTables.OfDocuments.FirstOrDefault(t => t.Name == name) ?? throw new InvalidDataException("There is no such table.");
            var count = Count(reader);
            var rows = new List<object?[]>();
            for (var r = 0; r < count; r++)
                rows.Add(ReadRow(reader, table, reports, r));

            tables[i] = new TableRows(table, rows);
        }

        return tables;
    }

    private static object?[] ReadRow(BinaryReader reader, TableSchema table, IReadOnlyList<ReadOnlyMemory<byte>> reports, int row)
    {
        var cells = new object?[table.Columns.Count];
        for (var c = 0; c < cells.Length; c++)
            cells[c] = ReadValue(reader, reports, row);
        return cells;
    }

    private static int Count(BinaryReader reader) =>
        // Each row takes a byte at least: a number that the bytes left cannot hold must not make room for itself.
        reader.ReadInt32() is >= 0 and var count && count <= reader.BaseStream.Length - reader.BaseStream.Position ? count : throw new InvalidDataException("An impossible number of rows.");

    private static void Write(BinaryWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.Write((byte)0); break;
            case string text: writer.Write((byte)1); writer.Write(text); break;
            case long number: writer.Write((byte)2); writer.Write(number); break;
            case decimal number: writer.Write((byte)3); writer.Write(number); break;
            case bool flag: writer.Write(flag ? (byte)5 : (byte)4); break;
            default: throw new ArgumentException($"A column of a document cannot hold {value.GetType().Name}.", nameof(value));
        }
    }

    private static object? ReadValue(BinaryReader reader, IReadOnlyList<ReadOnlyMemory<byte>> reports, int row) => reader.ReadByte() switch
    {
        0 => null,
        1 => reader.ReadString(),
        2 => reader.ReadInt64(),
        3 => reader.ReadDecimal(),
        4 => false,
        5 => true,
        ModelMark when row < reports.Count => Encoding.UTF8.GetString(reports[row].Span),
        _ => throw new InvalidDataException("An unknown kind of value."),
    };
}
