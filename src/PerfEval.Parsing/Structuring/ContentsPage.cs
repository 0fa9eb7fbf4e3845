using System.Text.RegularExpressions;
using PerfEval.Parsing.Diagnostics;
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
    public static void Remove(List<Line> lines, TitleVocabulary titles, ParseWatch watch)
    {
        lines.RemoveAll(line => line.IsText && PageFurniture.IsPageNumber(line.Text));
        if (!lines.Exists(line => IsTitle(line, titles)))
            return;
        var keys = watch.Over(lines).Select(line => line.IsText ? Key(line) : "").ToArray();
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
            last[keys[i]] = i;
        var later = new Lazy<LineBeginnings>(() => new LineBeginnings(lines));
        var removed = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsTitle(lines[i], titles))
                continue;
            var end = End(lines, keys, last, later, i + 1, watch);
            // Without any entry the heading 目录 itself is still no part of the text.
            removed.AsSpan(i, end - i).Fill(true);
            i = end - 1;
        }

        var at = 0;
        lines.RemoveAll(_ => removed[at++]);
    }

    private static bool IsTitle(Line line, TitleVocabulary titles) => line.IsText && titles.Contents.Contains(line.Squeezed);

    private static int End(List<Line> lines, string[] keys, Dictionary<string, int> last, Lazy<LineBeginnings> later, int start, ParseWatch watch)
    {
        string? first = null;
        var end = start;
        for (var i = start; i < lines.Count; i++)
        {
            if (!lines[i].IsText)
                continue;
            watch.Step();
            // The first entry's heading again: the body has begun.
            if (keys[i] == first && !PageReference().IsMatch(lines[i].Text))
                break;
            if (!PageReference().IsMatch(lines[i].Text) && last[keys[i]] == i && !StandsLater(later, i, keys[i]))
                break;
            first ??= keys[i];
            end = i + 1;
        }

        return end;
    }

    // A run-in heading stands later with its text behind it.
    private static bool StandsLater(Lazy<LineBeginnings> lines, int index, string key) =>
        key.Length >= 4 && HeadingNumber.Parse(key).Shape != NumberShape.None && lines.Value.StandsAfter(index, key);

    private static string Key(Line line) => ChineseText.Squeeze(line.Label + PageReference().Replace(line.Text, ""));

    // Read from the line's end, where it is tied: from its start, a line of dots alone would take the cube of its length.
    [GeneratedRegex(@"([\s.．…·⋯—\-_]*[\t…·⋯]+[\s.．…·⋯—\-_(（]*|[.．]{3,}[\s.\-—(（]*)\s*\d{1,3}\s*[\-—)）.]*\s*$|[…⋯]{2,}\d{1,3}$|(?<=[\u4e00-\u9fff）)])\.\s*\d{1,3}\s*\.?\s*-\s*\d+\s*-$", RegexOptions.RightToLeft)]
    private static partial Regex PageReference();
}
