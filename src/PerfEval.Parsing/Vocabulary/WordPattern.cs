using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>Expressions that are made of word lists at run time, where packs add words to those that were known when the library was built.</summary>
internal static class WordPattern
{
    /// <summary>An alternative of the words, the longest first, so that none is hidden by its own beginning.</summary>
    public static string AnyOf(IEnumerable<string> words) =>
        string.Join('|', words.Distinct().OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Select(Regex.Escape));

    /// <summary>The expression, made to be used often.</summary>
    public static Regex Expression(string pattern) => new(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);
}
