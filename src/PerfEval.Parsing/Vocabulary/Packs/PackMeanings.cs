using System.Text.Json;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Vocabulary.Packs;

/// <summary>Sees to it that a pack gives each word one meaning, and no word that could never be found.</summary>
/// <param name="check">Knows what errors are called.</param>
internal sealed class PackMeanings(PackCheck check)
{
    // Longer texts are never taken for headings, labels or heads.
    private const int LongestHeading = 40, LongestLabel = 40, LongestHead = 24;

    private readonly Dictionary<(string List, string Word), (string Meaning, string Pointer)> _known = [];

    /// <summary>Checks a pack that has the right shape.</summary>
    /// <exception cref="VocabularyException">A word has two meanings, or can never be found.</exception>
    public void Check(JsonElement pack)
    {
        if (pack.TryGetProperty("headings", out var headings))
            Headings(headings);
        if (pack.TryGetProperty("labels", out var labels))
            foreach (var field in labels.EnumerateObject())
                Words(field.Value, $"/labels/{field.Name}", "label", LabelVocabulary.Key, field.Name, LongestLabel);
        if (pack.TryGetProperty("columns", out var columns))
            Columns(columns);
        if (pack.TryGetProperty("grades", out var grades))
            foreach (var level in grades.GetProperty("levels").EnumerateObject())
                Words(level.Value, $"/grades/levels/{level.Name}", "grade", Exact, level.Name);
        if (pack.TryGetProperty("citations", out var citations))
            foreach (var list in citations.EnumerateObject().Where(l => l.Name != "short"))
                Words(list.Value, $"/citations/{list.Name}", "ending", Exact, list.Name);
        if (pack.TryGetProperty("money", out var money))
            foreach (var (i, field) in money.Items("fields").Index())
                Words(field.GetProperty("words"), $"/money/fields/{i}/words", "word before an amount", Exact, field.GetProperty("field").GetString()!);
    }

    private void Headings(JsonElement headings)
    {
        foreach (var (i, entry) in headings.Items("sections").Index())
        {
            // A phrase may name one kind here and another there.
            var place = string.Join(',', entry.Strings("under").Order(StringComparer.Ordinal)) + "!" + string.Join(',', entry.Strings("notUnder").Order(StringComparer.Ordinal));
            Words(entry.GetProperty("phrases"), $"/headings/sections/{i}/phrases", "heading " + place, HeadingWording.Plain, entry.GetProperty("kind").GetString()!, LongestHeading);
        }

        foreach (var (i, entry) in headings.Items("joined").Index())
            Note("heading !", entry.GetProperty("phrase"), $"/headings/joined/{i}/phrase", HeadingWording.Plain, string.Join(" and ", entry.Strings("kinds")), LongestHeading);
        if (headings.TryGetProperty("none", out var none))
            Words(none, "/headings/none", "heading !", HeadingWording.Plain, "no kind", LongestHeading);
        foreach (var (i, entry) in headings.Items("words").Index())
            Words(entry.GetProperty("words"), $"/headings/words/{i}/words", "part of a heading " + string.Join(',', entry.Strings("under").Order(StringComparer.Ordinal)), HeadingWording.Plain, entry.GetProperty("kind").GetString()!);
        foreach (var (i, entry) in headings.Items("cores").Index())
            Note("core " + (entry.TryGetProperty("requires", out var requires) ? requires.GetString() : ""), entry.GetProperty("core"), $"/headings/cores/{i}/core", Exact, entry.GetProperty("kind").GetString()!);
    }

    private void Columns(JsonElement columns)
    {
        foreach (var table in (string[])["indicator", "funding"])
            foreach (var (i, entry) in columns.Items(table).Index())
                foreach (var list in (string[])["heads", "has"])
                    if (entry.TryGetProperty(list, out var words))
                        Words(words, $"/columns/{table}/{i}/{list}", $"{list} of {table}", ColumnVocabulary.Key, entry.GetProperty("field").GetString()!, LongestHead);
    }

    private void Words(JsonElement words, string pointer, string list, Func<string, string> key, string meaning, int longest = int.MaxValue)
    {
        foreach (var (i, word) in words.EnumerateArray().Index())
            Note(list, word, $"{pointer}/{i}", key, meaning, longest);
    }

    private void Note(string list, JsonElement word, string pointer, Func<string, string> key, string meaning, int longest = int.MaxValue)
    {
        var text = key(word.GetString()!);
        if (text.Length == 0)
            throw check.Wrong(pointer, "nothing is left of the word without white space, brackets and marks");
        if (text.Length > longest)
            throw check.Wrong(pointer, $"the word has {text.Length} characters; no text of more than {longest} is looked up");
        if (_known.TryGetValue((list, text), out var known) && known.Meaning != meaning)
            throw check.Wrong(pointer, $"the word {word.GetString()} means {meaning} here and {known.Meaning} at {known.Pointer}; a pack may give it one meaning");
        _known.TryAdd((list, text), (meaning, pointer));
    }

    private static string Exact(string word) => ChineseText.Squeeze(word);
}
