using System.Text.Json;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>Enum values as the library's JSON writes them: <c>selfEvaluation</c>.</summary>
internal static class EnumText
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.Texts.TryGetValue(value, out var text) ? text : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>Names are made once: rows are made for every document.</summary>
    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Texts = Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));
    }
}
