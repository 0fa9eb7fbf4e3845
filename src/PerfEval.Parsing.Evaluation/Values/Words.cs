using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.Evaluation.Values;

/// <summary>What of a text is letters and figures.</summary>
internal static class Words
{
    /// <summary>The code points that are letters, figures or <c>_</c>.</summary>
    public static IEnumerable<int> Of(string text)
    {
        foreach (var character in text.EnumerateRunes())
            if (IsWord(character))
                yield return character.Value;
    }

    /// <summary>The text of the first code points that are letters or figures.</summary>
    public static string First(string text, int count)
    {
        var first = new StringBuilder();
        foreach (var point in Of(text).Take(count))
            first.Append(char.ConvertFromUtf32(point));
        return first.ToString();
    }

    private static bool IsWord(Rune character) => character.Value == '_' || Rune.GetUnicodeCategory(character)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
