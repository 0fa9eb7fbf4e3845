using System.Globalization;

namespace PerfEval.Parsing.Documents;

/// <summary>
/// The types that the structure elements of a written PDF have (ISO 32000-1, 14.7.3), each mapped to a standard type by the file's role map: how such
/// a file says what its blocks are.
/// </summary>
internal static class StructureTypes
{
    /// <summary>A line of a block whose text holds soft breaks.</summary>
    public const string SoftLine = "ReportSoftLine";

    /// <summary>A row of a table that repeats on each page.</summary>
    public const string HeaderRow = "ReportHeaderRow";

    private const string Heading = "Heading";
    private const string Table = "Table";
    private const string Figure = "Figure";

    private static readonly (DeclaredPart Part, string Name)[] Parts =
    [
        (DeclaredPart.Title, "ReportTitle"), (DeclaredPart.Cover, "ReportCover"), (DeclaredPart.Heading, "ReportHeading"), (DeclaredPart.Content, "ReportBody"),
        (DeclaredPart.Caption, "ReportCaption"), (DeclaredPart.Signature, "ReportSignature"), (DeclaredPart.Supplement, "ReportSupplement"),
    ];

    /// <summary>The type of a declared block.</summary>
    public static string Of(Block block)
    {
        var name = Array.Find(Parts, p => p.Part == block.Declared).Name ?? throw new ArgumentException("The block declares no part.", nameof(block));
        return block switch
        {
            Documents.Table => name + Table,
            Documents.Figure => name + Figure,
            Paragraph { Declared: DeclaredPart.Heading, Style.OutlineLevel: { } level } => name + level.ToString(CultureInfo.InvariantCulture),
            Paragraph { Declared: DeclaredPart.Supplement, Style.OutlineLevel: { } level } => name + Heading + level.ToString(CultureInfo.InvariantCulture),
            _ => name,
        };
    }

    /// <summary>The standard type for one of ours; a standard type itself.</summary>
    public static string StandardOf(string type) => type switch
    {
        _ when !type.StartsWith("Report", StringComparison.Ordinal) => type,
        SoftLine => "Span",
        HeaderRow => "TR",
        "ReportCaption" => "Caption",
        _ when type.EndsWith(Table, StringComparison.Ordinal) => Table,
        _ when type.EndsWith(Figure, StringComparison.Ordinal) => Figure,
        _ when Level(type) is { } level => "H" + Math.Min(level, 6).ToString(CultureInfo.InvariantCulture),
        _ => "P",
    };

    /// <summary>An empty block of a type: its kind, part and level; <see langword="null"/> where the type is none of ours.</summary>
    public static Block? Read(string type)
    {
        foreach (var (part, name) in Parts)
        {
            if (!type.StartsWith(name, StringComparison.Ordinal))
                continue;
            switch (type[name.Length..])
            {
                case "":
                    return new Paragraph { Declared = part };
                case Table:
                    return new Table([]) { Declared = part };
                case Figure:
                    return new Figure { Declared = part };
            }

            if (part is DeclaredPart.Heading or DeclaredPart.Supplement && Level(type) is { } level)
                return new Paragraph { Declared = part, Style = new TextStyle { OutlineLevel = level } };
        }

        return null;
    }

    private static int? Level(string type)
    {
        var at = type.LastIndexOf(Heading, StringComparison.Ordinal);
        return at >= 0 && int.TryParse(type.AsSpan(at + Heading.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level > 0 ? level : null;
    }
}
