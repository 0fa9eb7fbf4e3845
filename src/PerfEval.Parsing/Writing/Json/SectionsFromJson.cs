using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Json;

/// <summary>The outline from its JSON. Kinds and blocks that a newer version added are left out.</summary>
internal static class SectionsFromJson
{
    /// <summary>Reads a section with all below it.</summary>
    public static Section Section(JsonPlace json) => new()
    {
        Number = json.Member("number")?.Text() ?? "",
        Heading = json.Member("heading")?.Text(),
        Level = json.Required("level").Whole(),
        Kinds = [.. json.Items("kinds").Select(kind => kind.Word<SectionKind>()).OfType<SectionKind>()],
        Blocks = [.. json.Items("blocks").Select(Block).OfType<ContentBlock>()],
        Children = [.. json.Items("children").Select(Section)],
    };

    private static ContentBlock? Block(JsonPlace json)
    {
        var type = json.Required("type");
        return type.Text() switch
        {
            "paragraph" => new ParagraphContent(json.Required("text").Text()),
            "table" => new TableContent
            {
                Caption = json.Member("caption")?.Text(),
                Rows = [.. json.Items("rows").Select(row => ValueList.From([.. row.Items().Select(Cell)]))],
            },
            "figure" => new FigureContent(),
            _ when json.IsNewer => null,
            _ => throw type.Wrong("one of paragraph, table, figure"),
        };
    }

    private static ContentCell Cell(JsonPlace json) =>
        new(json.Required("text").Text(), json.Member("rowSpan")?.Whole() ?? 1, json.Member("colSpan")?.Whole() ?? 1);
}
