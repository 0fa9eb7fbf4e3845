using System.Text.Json;
using PerfEval.Parsing.Evaluation.Judging;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Comparing;

/// <summary>One item of a list that is compared: its content, and the name that it is known by when its content differs.</summary>
internal sealed class ListItem
{
    private const int Run = 2;
    private const int MostName = 60;

    // The first of these that an item has says which one it is.
    private static readonly string[] Names = ["level3", "name", "heading", "title", "documentNumber", "text", "caption", "level2", "level1", "key"];

    private readonly Lazy<Grams> _runs;

    public ListItem(JsonElement value, string pointer)
    {
        (Value, Pointer) = (value, pointer);
        Content = value.GetRawText();
        Text = value.ValueKind == JsonValueKind.Array ? RowText(value) : NameOf(value) ?? Content;
        _runs = new Lazy<Grams>(() => Grams.Of(Normal.Of(Text), Run));
    }

    private ListItem(JsonElement section, string pointer, string content)
        : this(section, pointer) => Content = content;

    public JsonElement Value { get; }

    public string Pointer { get; }

    /// <summary>Everything in it: items of equal content are the same.</summary>
    public string Content { get; }

    /// <summary>What it is known by, whole.</summary>
    public string Text { get; }

    /// <summary>What it is known by, for people.</summary>
    public string Name => Text.Length > MostName ? Text[..MostName] + "…" : Text;

    /// <summary>The sections of a report in the order of the document, each without those below it: moved under another heading it stays the same section.</summary>
    public static List<ListItem> Sections(JsonElement? sections) =>
        [.. SectionText.Walk(sections, "/sections").Select(at => new ListItem(at.Section, at.Pointer, OwnContent(at.Section)))];

    /// <summary>How alike two items are by their names.</summary>
    public double Likeness(ListItem other) => Text == other.Text ? 1 : _runs.Value.Likeness(other._runs.Value);

    private static string OwnContent(JsonElement section) =>
        string.Join('\n', section.EnumerateObject().Where(member => member.Name != "children").Select(member => $"{member.Name}:{member.Value.GetRawText()}"));

    private static string? NameOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return JsonMembers.Shown(item);
        foreach (var name in Names)
            if (JsonMembers.Text(item, name) is { Length: > 0 } text)
                return text;
        // A table without a caption is known by its head.
        return JsonMembers.Items(JsonMembers.Find(item, "rows")) is { Count: > 0 } rows ? RowText(rows[0]) : null;
    }

    private static string RowText(JsonElement row) =>
        string.Join(" | ", JsonMembers.Items(row).Select(cell => (cell.ValueKind == JsonValueKind.Object ? JsonMembers.Text(cell, "text") : JsonMembers.Shown(cell)) ?? ""));
}
