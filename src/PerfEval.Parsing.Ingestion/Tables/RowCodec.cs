namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>Rows as bytes, on their way from a worker. The layout is private to one version: both ends are the same library.</summary>
internal static class RowCodec
{
    public static void Write(BinaryWriter writer, IReadOnlyList<TableRows> tables)
    {
        writer.Write(tables.Count);
        foreach (var (table, rows) in tables)
        {
            writer.Write(table.Name);
            writer.Write(rows.Count);
            foreach (var row in rows)
                foreach (var value in row)
                    Write(writer, value);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no rows of <see cref="ArchiveTables"/>.</exception>
    public static IReadOnlyList<TableRows> Read(BinaryReader reader)
    {
        var tables = new TableRows[Count(reader)];
        for (var i = 0; i < tables.Length; i++)
        {
            var name = reader.ReadString();
            var table = ArchiveTables.OfDocuments.FirstOrDefault(t => t.Name == name) ?? throw new InvalidDataException("There is no such table.");
            var rows = new object?[Count(reader)][];
            for (var r = 0; r < rows.Length; r++)
            {
                rows[r] = new object?[table.Columns.Count];
                for (var c = 0; c < rows[r].Length; c++)
                    rows[r][c] = ReadValue(reader);
            }

            tables[i] = new TableRows(table, rows);
        }

        return tables;
    }

    private static int Count(BinaryReader reader) =>
        reader.ReadInt32() is >= 0 and <= 100_000_000 and var count ? count : throw new InvalidDataException("An impossible number of rows.");

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

    private static object? ReadValue(BinaryReader reader) => reader.ReadByte() switch
    {
        0 => null,
        1 => reader.ReadString(),
        2 => reader.ReadInt64(),
        3 => reader.ReadDecimal(),
        4 => false,
        5 => true,
        _ => throw new InvalidDataException("An unknown kind of value."),
    };
}
