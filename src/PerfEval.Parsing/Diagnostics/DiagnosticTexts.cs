using System.Collections.Frozen;
using System.Text.Json;

namespace PerfEval.Parsing.Diagnostics;

/// <summary>What a code means, in both languages. Its severity is the code's.</summary>
/// <param name="Title">What it is in a few words, in English.</param>
/// <param name="TitleZh">The same in Chinese.</param>
internal sealed record DiagnosticText(string Title, string TitleZh);

/// <summary>The texts of the codes, <c>diagnostics.json</c>; docs/diagnostics.md is made from the same file.</summary>
internal static class DiagnosticTexts
{
    private static readonly FrozenDictionary<string, DiagnosticText> Texts = Read();

    /// <summary>The texts of a code; <see langword="null"/> for an id that is not of the list.</summary>
    public static DiagnosticText? Of(string id) => Texts.GetValueOrDefault(id);

    private static FrozenDictionary<string, DiagnosticText> Read()
    {
        using var stream = typeof(DiagnosticTexts).Assembly.GetManifestResourceStream("diagnostics.json")
            ?? throw new InvalidOperationException("diagnostics.json is not embedded.");
        using var file = JsonDocument.Parse(stream);
        return file.RootElement.GetProperty("diagnostics").EnumerateArray().ToFrozenDictionary(
            d => d.GetProperty("id").GetString()!,
            d => new DiagnosticText(d.GetProperty("en").GetProperty("title").GetString()!, d.GetProperty("zh").GetProperty("title").GetString()!),
            StringComparer.Ordinal);
    }
}
