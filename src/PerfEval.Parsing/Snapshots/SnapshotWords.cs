using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.Snapshots;

/// <summary>How strings stand in a snapshot's text: readable, each different one different, and nothing in them that an editor would change.</summary>
internal static class SnapshotWords
{
    /// <summary>Stands where the report does not say.</summary>
    public const string Nothing = "—";

    /// <summary>Stands for a string without characters.</summary>
    public const string Empty = "\"\"";

    private const char IdeographicSpace = '\u3000';
    private const string SentenceEnds = "。！？；";
    private const string Closing = "”’」』）)】》〉\"";

    /// <summary>
    /// The text in pieces, one for each line: a sentence ends with its punctuation, a line of several with the line feed. Together the pieces are the text.
    /// </summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' && !SentenceEnds.Contains(text[i], StringComparison.Ordinal))
                continue;
            // What closes a quotation or a bracket belongs to the sentence, and so does the line feed behind it.
            while (text[i] != '\n' && i + 1 < text.Length && (SentenceEnds + Closing + '\n').Contains(text[i + 1], StringComparison.Ordinal))
                i++;
            yield return text[start..(i + 1)];
            start = i + 1;
        }

        if (start < text.Length || text.Length == 0)
            yield return text[start..];
    }

    /// <summary>A string as it stands in a line.</summary>
    /// <param name="text">The string.</param>
    /// <param name="marks">Further characters that mean something where it stands.</param>
    public static string Escape(string text, string marks = "")
    {
        if (text.Length == 0)
            return Empty;
        if (text is Nothing or Empty)
            return Code(text[0]) + text[1..];
        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text, i))
            {
                line.Append(Escape(text[i], marks, isEdge: i == 0 || i == text.Length - 1));
                continue;
            }

            line.Append(IsShown(CharUnicodeInfo.GetUnicodeCategory(text, i)) ? text.Substring(i, 2) : Code(text[i]) + Code(text[i + 1]));
            i++;
        }

        return line.ToString();
    }

    private static string Escape(char c, string marks, bool isEdge) => c switch
    {
        '\n' => "\\n",
        '\t' => "\\t",
        '\\' => "\\\\",
        // Editors take white space away at the end of a line, and nobody sees it at its beginning.
        ' ' or IdeographicSpace => isEdge ? Code(c) : c.ToString(),
        _ when marks.Contains(c, StringComparison.Ordinal) => "\\" + c,
        _ => IsShown(CharUnicodeInfo.GetUnicodeCategory(c)) ? c.ToString() : Code(c),
    };

    // These categories do not change with the version of Unicode for any character that is in use.
    private static bool IsShown(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator or UnicodeCategory.Surrogate);

    private static string Code(char c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
}
