using System.Collections.Frozen;
using System.Text.Json;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of headings: <c>sections.json</c>, checked and frozen once.</summary>
internal sealed class SectionVocabulary
{
    /// <summary>The words of the layers, the strongest first.</summary>
    public SectionVocabulary(IReadOnlyList<JsonElement> layers)
    {
        Entries = [.. layers.SelectMany(Phrases)];
        Words =
        [
            .. from layer in layers.Index()
               from w in layer.Item.Items("words")
               from word in w.Strings("words")
               select new HeadingPhrase(word, [w.Enum<SectionKind>("kind")], w.Enums<SectionKind>("under"), [], layer.Index),
        ];
        Idle = layers.Words("idle").ToFrozenSet(StringComparer.Ordinal);
        Cores =
        [
            .. from c in layers.SelectMany(l => l.Items("cores"))
               select new HeadingCore(
                   c.GetProperty("core").GetString()!, c.Enum<SectionKind>("kind"), c.TryGetProperty("requires", out var r) ? r.GetString() : null,
                   c.TryGetProperty("whole", out var whole) && whole.GetBoolean()),
        ];
    }

    /// <summary>Whole headings.</summary>
    public IReadOnlyList<HeadingPhrase> Entries { get; }

    /// <summary>Words that name a kind only as a part of a joined heading.</summary>
    public IReadOnlyList<HeadingPhrase> Words { get; }

    /// <summary>Parts of a joined heading that name nothing of their own.</summary>
    public FrozenSet<string> Idle { get; }

    /// <summary>What a heading that is on no list may contain, the strongest first.</summary>
    public IReadOnlyList<HeadingCore> Cores { get; }

    private static IEnumerable<HeadingPhrase> Phrases(JsonElement root, int layer) =>
    [
        .. from s in root.Items("sections")
           let kinds = new[] { s.Enum<SectionKind>("kind") }
           let under = s.Enums<SectionKind>("under")
           let notUnder = s.Enums<SectionKind>("notUnder")
           from phrase in s.Strings("phrases")
           select new HeadingPhrase(phrase, kinds, under, notUnder, layer),
        .. from j in root.Items("joined")
           select new HeadingPhrase(j.GetProperty("phrase").GetString()!, j.Enums<SectionKind>("kinds"), [], [], layer),
        .. from phrase in root.Strings("none")
           select new HeadingPhrase(phrase, [], [], [], layer),
    ];
}

/// <summary>A heading's wording and what it names.</summary>
/// <param name="Text">The wording.</param>
/// <param name="Kinds">What it names; empty where it is known to name none of the kinds.</param>
/// <param name="Under">Where not empty: it names them only below a section of one of these kinds.</param>
/// <param name="NotUnder">It does not name them below a section of one of these kinds.</param>
/// <param name="Layer">How strong the list is that says so: 0 is the strongest.</param>
internal sealed record HeadingPhrase(string Text, SectionKind[] Kinds, SectionKind[] Under, SectionKind[] NotUnder, int Layer)
{
    /// <summary>Whether the phrase means its kinds below sections of the given kinds.</summary>
    public bool Fits(IReadOnlyCollection<SectionKind> ancestors) =>
        (Under.Length == 0 || Under.Any(ancestors.Contains)) && !NotUnder.Any(ancestors.Contains);
}

/// <summary>Characters that tell a heading's kind wherever they stand in it.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Requires">Characters that must stand in the heading too; <see langword="null"/> for none.</param>
/// <param name="Whole">Whether they tell the kind of the whole heading, even where it looks joined of several parts.</param>
internal sealed record HeadingCore(string Text, SectionKind Kind, string? Requires, bool Whole);
