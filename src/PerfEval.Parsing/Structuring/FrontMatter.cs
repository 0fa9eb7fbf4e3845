using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>What stands before the first heading, told apart: title, cover lines and preface.</summary>
internal sealed partial class FrontMatter
{
    private FrontMatter(IReadOnlyList<int> title, IReadOnlyList<int> cover, IReadOnlyList<int> preface) => (Title, Cover, Preface) = (title, cover, preface);

    /// <summary>The title's lines.</summary>
    public IReadOnlyList<int> Title { get; }

    /// <summary>The cover's label and value lines.</summary>
    public IReadOnlyList<int> Cover { get; }

    /// <summary>Body text before the first heading, tables included.</summary>
    public IReadOnlyList<int> Preface { get; }

    /// <summary>Reads the front matter of a report.</summary>
    /// <param name="lines">The report's lines.</param>
    /// <param name="end">The line of the first heading; the number of lines where there is none.</param>
    /// <param name="vocabulary">The words of titles and labels.</param>
    public static FrontMatter Read(IReadOnlyList<Line> lines, int end, ReportVocabulary vocabulary)
    {
        var (titles, labels) = (Titles(lines, end, vocabulary.Titles), vocabulary.Labels);
        var taken = titles.SelectMany(t => Enumerable.Range(t.First, t.Last - t.First + 1)).ToHashSet();
        var (cover, preface) = (new List<int>(), new List<int>());
        var inPreface = false;
        for (var i = 0; i < end; i++)
        {
            if (taken.Contains(i) || lines[i].IsPageBreak || (lines[i].IsText && ReportTitle.IsAnnexLabel(lines[i].Squeezed)))
                continue;
            inPreface |= !IsCoverLine(lines[i], labels);
            (inPreface ? preface : cover).Add(i);
        }

        // Without a cover page, a line or two between title and text are part of the text.
        if (!cover.Any(i => IsLabelled(lines[i].Text, labels) || ChineseDate.IsWholeLine(lines[i].Squeezed) || ReportTitle.IsReportNumber(lines[i].Squeezed)))
            (cover, preface) = ([], [.. cover.Concat(preface).Order()]);
        var first = titles.Count > 0 ? titles[0] : null;
        return new FrontMatter(first is null ? [] : [.. Enumerable.Range(first.First, first.Last - first.First + 1)], cover, preface);
    }

    /// <summary>The title, and where it is printed again; neither belongs to a section.</summary>
    private static List<TitleLines> Titles(IReadOnlyList<Line> lines, int end, TitleVocabulary words)
    {
        var titles = new List<TitleLines>();
        for (var i = 0; i < end; i++)
            if (ReportTitle.EndingAt(lines, i, words) is { } title && (titles.Count == 0 || Same(title, titles[0])))
                titles.Add(title);
        if (titles.Count > 0)
            return titles;
        // No line ends like a title: the first line that is set in the middle and speaks of performance.
        for (var i = 0; i < end && i < 12; i++)
            if (lines[i].IsText && lines[i].Text.Length is >= 6 and <= 60 && lines[i].Text.AsSpan().IndexOfAny("。；：:") < 0
                && (lines[i].Paragraph!.Style.Alignment == TextAlignment.Center || i == 0)
                && words.Subjects.Any(s => lines[i].Text.Contains(s, StringComparison.Ordinal)))
                return [new TitleLines(i, i, lines[i].Text)];
        return titles;
    }

    private static bool Same(TitleLines a, TitleLines b)
    {
        var (x, y) = (ChineseText.Squeeze(a.Text), ChineseText.Squeeze(b.Text));
        return x.EndsWith(y, StringComparison.Ordinal) || y.EndsWith(x, StringComparison.Ordinal);
    }

    private static bool IsCoverLine(Line line, LabelVocabulary labels)
    {
        if (!line.IsText)
            return line.Source is Figure;
        var text = line.Text;
        return IsLabelled(text, labels) || ReportTitle.IsReportNumber(line.Squeezed) || ChineseDate.IsWholeLine(line.Squeezed)
            || (text.Length <= 30 && text.AsSpan().IndexOfAny("。；，：:") < 0);
    }

    /// <summary>Whether a line is a label, known as such, with or without its value.</summary>
    private static bool IsLabelled(string text, LabelVocabulary labels)
    {
        // The expression cannot reach beyond the first of these marks.
        if (text.AsSpan().IndexOfAny("：:。，；") is not (> 0 and var mark) || text[mark] is not ('：' or ':'))
            return false;
        var match = Labelled().Match(text);
        return match.Success && labels.FieldOf(match.Groups[1].Value) is not null;
    }

    [GeneratedRegex(@"^\s*([^：:。，；]{2,20}?)\s*[：:]")]
    private static partial Regex Labelled();
}
