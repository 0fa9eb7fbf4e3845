using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Parsing.Vocabulary.Packs;

namespace PerfEval.Parsing.Tests.Support.Schema;

/// <summary>Makes the JSON Schema of packs of words from the shape against which the library checks them.</summary>
internal static class PackSchemaGenerator
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Generate()
    {
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:perfeval:vocabulary:1",
            ["title"] = "Pack of words for reading performance-evaluation reports (绩效评价用语包)",
        };
        foreach (var (name, value) in Of(PackShapes.Pack).ToList())
            root[name] = value?.DeepClone();
        return root.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Of(PackShape shape)
    {
        var schema = new JsonObject { ["description"] = shape.About };
        switch (shape)
        {
            case ObjectShape shaped:
                schema["type"] = "object";
                if (shaped.Members.Any(m => m.IsRequired))
                    schema["required"] = new JsonArray([.. shaped.Members.Where(m => m.IsRequired).Select(m => (JsonNode)m.Name)]);
                schema["additionalProperties"] = false;
                schema["properties"] = new JsonObject(shaped.Members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)Of(m.Shape))));
                break;
            case ListShape list:
                schema["type"] = "array";
                schema["items"] = Of(list.Item);
                break;
            case NameShape name:
                schema["enum"] = new JsonArray([.. name.Names.Select(n => (JsonNode)n)]);
                break;
            case TextShape:
                schema["type"] = "string";
                schema["pattern"] = "\\S";
                break;
            case FlagShape:
                schema["type"] = "boolean";
                break;
            case YearShape:
                (schema["type"], schema["minimum"], schema["maximum"]) = ("integer", YearShape.Least, YearShape.Most);
                break;
        }

        return schema;
    }
}
