using System.Text.Json;
using System.Text.Json.Nodes;

namespace PerfEval.Parsing.Snapshots;

/// <summary>A tree as lines: a member a line, what it holds two spaces further in. docs/snapshots.md has the whole layout.</summary>
internal static class SnapshotText
{
    // Short values beside each other; everything else stands one below the other.
    private static readonly string[] Tables = ["metadata", "dimensionScores", "lines", "indicators", "citations", "facts", "diagnostics"];

    /// <summary>The lines of an object.</summary>
    /// <param name="tree">The object.</param>
    /// <param name="isComplete">Whether members that have no value are shown.</param>
    public static IEnumerable<string> Lines(JsonObject tree, bool isComplete = true) => tree.SelectMany(member => Member(member.Key, member.Value, isComplete));

    private static IEnumerable<string> Member(string name, JsonNode? value, bool isComplete)
    {
        var label = SnapshotWords.Escape(name, ":") + ":";
        return value switch
        {
            null or JsonArray { Count: 0 } or JsonObject { Count: 0 } => isComplete ? [$"{label} {SnapshotWords.Nothing}"] : [],
            // The fields of evidence are those that have some.
            JsonObject tree => [label, .. Inside(Lines(tree, isComplete && name != "evidence"))],
            JsonArray list => OfList(name, label, list),
            _ => OfValue(label, value),
        };
    }

    private static IEnumerable<string> OfValue(string label, JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
            return [$"{label} {value.ToJsonString()}"];
        var sentences = SnapshotWords.Sentences(value.GetValue<string>()).Select(sentence => SnapshotWords.Escape(sentence)).ToList();
        return sentences.Count == 1 ? [$"{label} {sentences[0]}"] : [label, .. Inside(sentences)];
    }

    private static IEnumerable<string> OfList(string name, string label, JsonArray list)
    {
        if (list.All(item => item is JsonArray))
            return [label, .. Inside(SnapshotTable.OfCells(list))];
        if (Tables.Contains(name) && SnapshotTable.IsRecords(list))
            return [label, .. Inside(SnapshotTable.OfRecords(list))];
        if (list.All(IsWord))
            return [$"{label} {string.Join(", ", list)}"];
        return [label, .. Inside(list.SelectMany(item => Item(item, hasType: name == "blocks")))];
    }

    // Years and kinds: what needs no line of its own.
    private static bool IsWord(JsonNode? item) => item is JsonValue && item.ToString() is { Length: > 0 } word && word.All(char.IsAsciiLetterOrDigit);

    private static IEnumerable<string> Item(JsonNode? item, bool hasType)
    {
        var lines = item switch
        {
            JsonObject block when hasType => Block(block),
            JsonObject tree => Lines(tree, isComplete: false),
            null => [SnapshotWords.Nothing],
            _ => item.GetValueKind() == JsonValueKind.String ? [SnapshotWords.Escape(item.GetValue<string>())] : [item.ToJsonString()],
        };
        return lines.DefaultIfEmpty("").Select((line, i) => i > 0 ? $"  {line}" : line.Length > 0 ? $"- {line}" : "-");
    }

    /// <summary>A paragraph, table or figure by its kind.</summary>
    private static IEnumerable<string> Block(JsonObject block)
    {
        var kind = block["type"]!.GetValue<string>();
        var members = block.Where(member => member.Key != "type").ToList();
        return members switch
        {
            [] => [kind],
            [{ Key: "text" } text] => Member(kind, text.Value, isComplete: false),
            _ => [kind + ":", .. Inside(members.SelectMany(member => Member(member.Key, member.Value, isComplete: false)))],
        };
    }

    private static IEnumerable<string> Inside(IEnumerable<string> lines) => lines.Select(line => "  " + line);
}
