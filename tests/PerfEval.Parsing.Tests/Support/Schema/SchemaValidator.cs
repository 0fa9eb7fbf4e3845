using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Tests.Support.Schema;

/// <summary>Validates JSON against a JSON Schema that uses no more than the keywords below; another keyword is a defect of the test, not passed over.</summary>
internal sealed class SchemaValidator
{
    private readonly JsonObject _root;
    private readonly Dictionary<string, Func<JsonNode?, JsonNode?, JsonObject, string, IEnumerable<string>>> _keywords;

    public SchemaValidator(string schema)
    {
        _root = JsonNode.Parse(schema)!.AsObject();
        _keywords = new(StringComparer.Ordinal)
        {
            ["$ref"] = (value, json, _, at) => Errors(Definition((string)value!), json, at),
            ["type"] = (value, json, _, at) => Check(Strings(value).Any(type => Is(type, json)), at, $"is no {string.Join(" or ", Strings(value))}"),
            ["const"] = (value, json, _, at) => Check(JsonNode.DeepEquals(value, json), at, $"is not {value}"),
            ["enum"] = (value, json, _, at) => Check(value!.AsArray().Any(word => JsonNode.DeepEquals(word, json)), at, "is no word of the list"),
            ["pattern"] = (value, json, _, at) => Check(!Is("string", json) || Regex.IsMatch((string)json!, (string)value!, RegexOptions.ECMAScript), at, $"does not match {value}"),
            ["minimum"] = (value, json, _, at) => Check(!Is("number", json) || Number(json) >= Number(value), at, $"is less than {value}"),
            ["maximum"] = (value, json, _, at) => Check(!Is("number", json) || Number(json) <= Number(value), at, $"is more than {value}"),
            ["required"] = (value, json, _, at) => json is JsonObject o ? Strings(value).Where(name => !o.ContainsKey(name)).Select(name => $"{at}/{name} is missing") : [],
            ["properties"] = (value, json, _, at) => json is JsonObject o ? value!.AsObject().Where(p => o.ContainsKey(p.Key)).SelectMany(p => Errors(p.Value, o[p.Key], $"{at}/{p.Key}")) : [],
            ["additionalProperties"] = (value, json, schema, at) => json is JsonObject o
                ? o.Where(p => schema["properties"]?.AsObject().ContainsKey(p.Key) != true).SelectMany(p => Errors(value, p.Value, $"{at}/{p.Key}"))
                : [],
            ["propertyNames"] = (value, json, _, at) => json is JsonObject o ? o.SelectMany(p => Errors(value, JsonValue.Create(p.Key), $"{at}/{p.Key}")) : [],
            ["items"] = (value, json, _, at) => json is JsonArray a ? a.SelectMany((item, i) => Errors(value, item, $"{at}/{i}")) : [],
            ["anyOf"] = (value, json, _, at) => Alternatives(value, json, at, fitting => fitting > 0),
            ["oneOf"] = (value, json, _, at) => Alternatives(value, json, at, fitting => fitting == 1),
        };
        foreach (var annotation in new[] { "$schema", "$id", "$defs", "title", "description" })
            _keywords[annotation] = (_, _, _, _) => [];
    }

    /// <summary>What is wrong with the JSON, each with its JSON Pointer; empty where it is valid.</summary>
    public IReadOnlyList<string> Errors(JsonNode? json) => [.. Errors(_root, json, "")];

    private IEnumerable<string> Errors(JsonNode? schema, JsonNode? json, string at) => schema switch
    {
        JsonObject o => o.SelectMany(keyword => _keywords.TryGetValue(keyword.Key, out var check)
            ? check(keyword.Value, json, o, at)
            : throw new NotSupportedException($"The schema uses the keyword {keyword.Key}, which this validator does not know.")),
        _ => Check((bool)schema!, at, "is not allowed"),
    };

    private IEnumerable<string> Alternatives(JsonNode? schemas, JsonNode? json, string at, Func<int, bool> enough)
    {
        var errors = schemas!.AsArray().Select(schema => Errors(schema, json, at).ToList()).ToList();
        return enough(errors.Count(list => list.Count == 0)) ? [] : errors.SelectMany(list => list).Append($"{at} fits none of the alternatives, or several");
    }

    private JsonNode? Definition(string reference) =>
        _root["$defs"]![reference["#/$defs/".Length..]] ?? throw new NotSupportedException($"{reference} leads nowhere.");

    private static IEnumerable<string> Check(bool holds, string at, string error) => holds ? [] : [$"{at} {error}"];

    private static IEnumerable<string> Strings(JsonNode? value) => value is JsonArray array ? array.Select(item => (string)item!) : [(string)value!];

    private static decimal Number(JsonNode? json) => JsonSerializer.Deserialize<decimal>(json);

    private static bool Is(string type, JsonNode? json) => (type, json?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(Number(json)),
        _ => false,
    };
}
