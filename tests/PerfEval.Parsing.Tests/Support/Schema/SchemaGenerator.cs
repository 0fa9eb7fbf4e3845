using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Tests.Support.Schema;

/// <summary>
/// Makes the JSON Schema of the model: names, order and types from the serializer that writes it, descriptions from the XML documentation, ranges
/// and patterns from <see cref="Constraints"/>. A type is described once, under $defs.
/// </summary>
internal sealed class SchemaGenerator
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private readonly XmlDocumentation _documentation = new();
    private readonly JsonObject _definitions = [];

    public static string Generate() => new SchemaGenerator().Schema().ToJsonString(Layout) + "\n";

    private JsonObject Schema()
    {
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:perfeval:report:" + new PerformanceReport().SchemaVersion,
            ["title"] = "Performance-evaluation report (绩效评价报告)",
        };
        foreach (var (name, value) in Object(typeof(PerformanceReport), discriminator: null).ToList())
            root[name] = value?.DeepClone();
        root["$defs"] = _definitions;
        return root;
    }

    private JsonObject Object(Type type, string? discriminator)
    {
        var properties = new JsonObject();
        if (discriminator is not null)
            properties["type"] = new JsonObject { ["description"] = "The kind of block.", ["const"] = discriminator };
        var optional = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in Info(type).Properties)
        {
            var member = Member(type, property);
            if (member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull })
                optional.Add(property.Name);
            properties[property.Name] = Property(member, property, optional.Contains(property.Name));
        }

        return new JsonObject
        {
            ["description"] = _documentation.Of(type),
            ["type"] = "object",
            // The writer writes every member, null for what the report does not say; only in the many entries of evidence, and of the caller's own facts, it leaves out what there is not.
            ["required"] = new JsonArray([.. properties.Select(property => property.Key).Where(name => !optional.Contains(name)).Select(name => (JsonNode)name)]),
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
    }

    private static PropertyInfo Member(Type owner, JsonPropertyInfo property)
    {
        var name = owner.GetProperties(Members).Single(p => IsWritten(p) && Name(p) == property.Name).Name;
        for (var type = owner; ; type = type.BaseType!)
            if (type.GetProperty(name, BindingFlags.DeclaredOnly | Members) is { } declared)
                return declared;
    }

    private static string Name(PropertyInfo member) => member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private static bool IsWritten(PropertyInfo member) => member.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always };

    private JsonObject Property(PropertyInfo member, JsonPropertyInfo property, bool isOptional)
    {
        var nullable = !isOptional && (property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null);
        var schema = new JsonObject { ["description"] = _documentation.Of(member.DeclaringType!, member.Name) };
        foreach (var (name, value) in OrNull(Value(property.PropertyType), nullable).Concat(Constraints.Of(member.DeclaringType!, member.Name)))
            schema[name] = value?.DeepClone();
        return schema;
    }

    private static JsonObject OrNull(JsonObject schema, bool nullable)
    {
        if (!nullable)
            return schema;
        if (schema["type"] is not JsonValue type)
            return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        schema["type"] = new JsonArray(type.DeepClone(), "null");
        return schema;
    }

    private JsonObject Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return new JsonObject { ["type"] = "string" };
        if (type == typeof(int) || type == typeof(long))
            return new JsonObject { ["type"] = "integer" };
        if (type == typeof(decimal) || type == typeof(double))
            return new JsonObject { ["type"] = "number" };
        if (type == typeof(PartialDate))
            return new JsonObject { ["type"] = "string", ["pattern"] = Constraints.DatePattern };
        if (type == typeof(EvidenceIndex))
            return new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["pattern"] = Constraints.PointerPattern },
                ["additionalProperties"] = Value(typeof(Evidence)),
            };
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? new JsonObject { ["type"] = "array", ["items"] = Value(type.GenericTypeArguments[0]) }
            : Reference(type);
    }

    private JsonObject Reference(Type type, string? discriminator = null)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(type.Name);
        if (!_definitions.ContainsKey(name))
        {
            // The name is taken before the type is described, because a section holds sections.
            _definitions[name] = null;
            _definitions[name] = type.IsEnum ? Words(type)
                : Info(type).PolymorphismOptions is { } kinds && discriminator is null ? OneOf(type, kinds)
                : Object(type, discriminator);
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + name };
    }

    private JsonObject OneOf(Type type, JsonPolymorphismOptions kinds) => new()
    {
        ["description"] = _documentation.Of(type),
        ["oneOf"] = new JsonArray([.. kinds.DerivedTypes.Select(kind => Reference(kind.DerivedType, (string)kind.TypeDiscriminator!))]),
    };

    private JsonObject Words(Type type)
    {
        var words = Enum.GetNames(type).Select(name => (Word: JsonNamingPolicy.CamelCase.ConvertName(name), Meaning: _documentation.Of(type, name))).ToList();
        return new JsonObject
        {
            ["description"] = string.Join('\n', words.Select(word => $"{word.Word}: {word.Meaning}").Prepend(_documentation.Of(type))),
            ["type"] = "string",
            ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word.Word)]),
        };
    }

    private static JsonTypeInfo Info(Type type) => ReportJsonContext.Default.Options.GetTypeInfo(type);
}
