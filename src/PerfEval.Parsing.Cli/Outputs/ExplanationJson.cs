using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PerfEval.Parsing.Explaining;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>Explanations for programs: an array of objects whose names are those of the library, in camel case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Explanation>))]
internal sealed partial class ExplanationJson : JsonSerializerContext
{
    private static readonly ExplanationJson Written = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The text.</summary>
    public static string Of(IReadOnlyList<Explanation> explanations) => JsonSerializer.Serialize(explanations, Written.IReadOnlyListExplanation) + "\n";
}
