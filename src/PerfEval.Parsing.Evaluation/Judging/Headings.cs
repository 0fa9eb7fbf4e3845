using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>What headings and items are known by.</summary>
internal static partial class Headings
{
    private const int ItemLength = 8;

    /// <summary>A heading without punctuation and 附件1.</summary>
    public static string Key(string? heading)
    {
        var key = Punctuation().Replace(Normal.Of(heading).Key ?? "", "");
        var plain = Annex().Replace(key, "");
        return plain.Length > 0 ? plain : key;
    }

    /// <summary>The first eight letters and figures of an item's head, its counter aside.</summary>
    public static string ItemKey(string? head) => Words.First(ItemText(head), ItemLength);

    /// <summary>An item's head without its counter.</summary>
    public static string ItemText(string? head) => Counter().Replace(Normal.Of(head).Key ?? "", "");

    /// <summary>An item's head: the item itself where it is a text, else its heading, else its text.</summary>
    public static string? Head(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
            return item.GetString();
        return JsonMembers.Text(item, "heading") is { Length: > 0 } heading ? heading : JsonMembers.Text(item, "text");
    }

    [GeneratedRegex(@"[。：:、，,.\s]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"^附[件表](\d{1,2}(?!\d))?")]
    private static partial Regex Annex();

    [GeneratedRegex(@"^([一二三四五六七八九十]+[是、]|[（(]?\d+[）).、．]|[（(][一二三四五六七八九十]+[）)])")]
    private static partial Regex Counter();
}
