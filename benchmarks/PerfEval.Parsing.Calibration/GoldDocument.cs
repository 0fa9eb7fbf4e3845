using System.Text.Json.Nodes;

namespace PerfEval.Parsing.Calibration;

/// <summary>A document of the corpus: its files in several formats and the values that are known of it.</summary>
internal sealed record GoldDocument(string Name, IReadOnlyList<string> Files, IReadOnlyList<JsonNode> Parts)
{
    /// <summary>The document in a folder; <see langword="null"/> where the folder holds none.</summary>
    public static GoldDocument? Open(string folder)
    {
        var path = Path.Combine(folder, "gold.json");
        if (!File.Exists(path))
            return null;
        var gold = JsonNode.Parse(File.ReadAllBytes(path))!;
        var files = Directory.EnumerateFiles(folder).Where(f => f != path).Order(StringComparer.Ordinal).ToList();
        return new GoldDocument(Path.GetFileName(folder), files, gold["parts"] is JsonArray parts ? [.. parts.Select(p => p!)] : [gold]);
    }
}
