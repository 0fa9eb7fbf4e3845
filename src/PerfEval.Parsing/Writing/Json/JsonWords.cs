using System.Text.Json;

namespace PerfEval.Parsing.Writing.Json;

/// <summary>The words that stand for an enum's values in JSON.</summary>
internal static class JsonWords<T>
    where T : struct, Enum
{
    /// <summary>The values by their words, in the order of the enum.</summary>
    public static OrderedDictionary<string, T> Values { get; } = new(
        Enum.GetValues<T>().Select(value => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), value)),
        StringComparer.Ordinal);
}
