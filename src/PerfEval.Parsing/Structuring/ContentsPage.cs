using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>
/// Finds a table of contents that the format does not mark as one: the lines after 目录 that end in page numbers or that stand again
/// further down as headings.
/// </summary>
internal static partial class ContentsPage
{
    /// <summary>Removes contents lines and page numbers from the lines of a document.</summary>
    public static void Remove(List<Line> lines)
    {
        lines.RemoveAll(line => line.IsText && PageFurniture.IsPageNumber(line.Text));
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsText || !TitleVocabulary.Default.Contents.Contains(lines[i].Squeezed))
                continue;
            var end = End(lines, i + 1);
            // Without any entry the heading 目录 itself is still no part of the text.
            lines.RemoveRange(i, end - i);
            i--;
        }
    }

    private static int End(List<Line> lines, int start)
    {
        var later = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = start; i < lines.Count; i++)
            if (lines[i].IsText)
                later[Key(lines[i])] = i;
        string? first = null;
        var end = start;
        for (var i = start; i < lines.Count; i++)
        {
            if (!lines[i].IsText)
                continue;
            var key = Key(lines[i]);
            // The first entry's heading again: the body has begun.
            if (key == first && !PageReference().IsMatch(lines[i].Text))
                break;
            if (!PageReference().IsMatch(lines[i].Text) && later[key] == i && !StandsLater(lines, i, key))
                break;
            first ??= key;
            end = i + 1;
        }

        return end;
    }

    // A run-in heading stands later with its text behind it.
    private static bool StandsLater(List<Line> lines, int index, string key)
    {
        if (key.Length < 4 || HeadingNumber.Parse(key).Shape == NumberShape.None)
            return false;
        for (var i = index + 1; i < lines.Count; i++)
            if (lines[i].IsText && (lines[i].Label + lines[i].Squeezed).StartsWith(key, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static string Key(Line line) => ChineseText.Squeeze(line.Label + PageReference().Replace(line.Text, ""));

    [GeneratedRegex(@"([\s.．…·⋯—\-_]*[\t…·⋯]+[\s.．…·⋯—\-_(（]*|[.．]{3,}[\s.\-—(（]*)\s*\d{1,3}\s*[\-—)）.]*\s*$|[…⋯]{2,}\d{1,3}$|(?<=[\u4e00-\u9fff）)])\.\s*\d{1,3}\s*\.?\s*-\s*\d+\s*-$")]
    private static partial Regex PageReference();
}
