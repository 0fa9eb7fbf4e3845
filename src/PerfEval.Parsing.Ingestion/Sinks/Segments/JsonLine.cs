using System.Text.Json;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>One line of a segment or part taken apart without looking into the reports: where its two values lie.</summary>
internal readonly record struct JsonLine
{
    private JsonLine(string name, ReadOnlyMemory<byte> head, string? secondName, ReadOnlyMemory<byte> second)
    {
        Name = name;
        Head = head;
        SecondName = secondName;
        Second = second;
    }

    /// <summary><c>file</c>, <c>document</c> or <c>segment</c>.</summary>
    public string Name { get; }

    /// <summary>Its value.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary><c>reports</c>, <c>rows</c> or <see langword="null"/>.</summary>
    public string? SecondName { get; }

    /// <summary>Its value; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Second { get; }

    /// <exception cref="InvalidDataException">It is no such line.</exception>
    public static JsonLine Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line.Span);
            reader.Read();
            var (name, head) = Next(ref reader, line);
            var (secondName, second) = Next(ref reader, line);
            return new JsonLine(name ?? throw new InvalidDataException("An empty line."), head, secondName, second);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A line that is no JSON.", e);
        }
    }

    /// <summary>The first value as a file's record.</summary>
    public WrittenFile ReadFile()
    {
        using var json = JsonDocument.Parse(Head);
        return RecordJson.ReadFile(json.RootElement);
    }

    /// <summary>A text member of the first value.</summary>
    public string ReadText(string name)
    {
        using var json = JsonDocument.Parse(Head);
        return RecordJson.Required(json.RootElement, name);
    }

    private static (string? Name, ReadOnlyMemory<byte> Value) Next(ref Utf8JsonReader reader, ReadOnlyMemory<byte> line)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            return (null, default);
        var name = reader.GetString();
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return (name, line[start..(int)reader.BytesConsumed]);
    }
}
