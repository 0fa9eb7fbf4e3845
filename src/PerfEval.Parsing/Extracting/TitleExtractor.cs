using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The title as printed and the years that it names.</summary>
internal sealed partial class TitleExtractor : IFactExtractor
{
    // （2018、2020、2022、2023年度）
    private const int LongestYearLine = 28;

    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        if (outline.Title.Count > 0)
        {
            var title = ChineseText.Name(string.Join(' ', outline.Title.Select(t => t.Text)));
            draft.Report = draft.Report with { Title = title };
            draft.Cite("/title", outline.Title[0].Span, 0.95);
        }

        Years(outline, draft);
    }

    private static void Years(ReportOutline outline, ReportDraft draft)
    {
        foreach (var line in outline.Title)
            if (Set(line.Text, line.Span, 0.95, draft))
                return;
        // （2022年度） below the title of a form.
        foreach (var block in outline.Sections.Where(s => s.Level == 0 || s.Kinds.Contains(SectionKind.Attachments)).SelectMany(s => s.Blocks).Where(b => b.IsParagraph && b.Text.Length <= LongestYearLine))
            if (YearLine().IsMatch(ChineseText.Squeeze(block.Text)) && Set(block.Text, block.Span(0, block.Text.Length), 0.95, draft))
                return;
        foreach (var field in new[] { "fiscalYear", "projectName" })
            if (draft.Facts.Label(field) is { } label && Set(label.Text, label.Span, 0.9, draft))
                return;
        // 2017年度 … 综合得分: the sentence that gives the score names the year.
        var sentences = draft.Facts.Sentences;
        foreach (var sentence in sentences.Where(s => s.Section.IsWithin(SectionKind.Conclusion) || s.Section.IsWithin(SectionKind.Result)))
            if (YearOfBudget().Match(sentence.Text) is { Success: true } match && Set(match.Value, sentence.Span(match.Index, match.Length), 0.8, draft))
                return;
        var most = sentences.SelectMany(s => YearOfBudget().Matches(s.Text).Select(m => (Sentence: s, Match: m)))
            .GroupBy(x => x.Match.Groups[1].Value).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        most ??= sentences.SelectMany(s => YearAlone().Matches(s.Text).Select(m => (Sentence: s, Match: m)))
            .GroupBy(x => x.Match.Groups[1].Value).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (most is not null)
            Set(most.First().Match.Value, most.First().Sentence.Span(most.First().Match.Index, most.First().Match.Length), 0.6, draft);
    }

    private static bool Set(string text, SourceSpan span, double confidence, ReportDraft draft)
    {
        var years = Read(text);
        if (years.Count == 0)
            return false;
        draft.Report = draft.Report with { FiscalYears = [.. years] };
        draft.Cite("/fiscalYears", span, confidence);
        return true;
    }

    /// <summary>The years that a text names: 2020年度, 2018—2020年, 2019、2020年度.</summary>
    public static IReadOnlyList<int> Read(string text)
    {
        var narrow = ChineseText.Narrow(text);
        if (Range().Match(narrow) is { Success: true } range)
        {
            var (from, to) = (int.Parse(range.Groups[1].Value, null), int.Parse(range.Groups[2].Value, null));
            if (from < to && to - from <= 15)
                return [.. Enumerable.Range(from, to - from + 1)];
        }

        if (List().Match(narrow) is { Success: true } list)
            return [.. Year().Matches(list.Value).Select(m => int.Parse(m.Value, null)).Distinct().Order()];
        return Single().Match(narrow) is { Success: true } single ? [int.Parse(single.Groups[1].Value, null)] : [];
    }

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})\s*年?\s*度?\s*(?:[-—–~～－―]+|至|到)\s*((?:19|20)\d{2})\s*年?")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d{2}(?:\s*年?度?\s*[、和及]\s*(?:19|20)\d{2})+\s*年")]
    private static partial Regex List();

    [GeneratedRegex(@"(?:19|20)\d{2}")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})\s*(?:年|财年|$)")]
    private static partial Regex Single();

    [GeneratedRegex(@"^[（(]?(?:(?:19|20)\d{2}年?度?[-—–~～至、]+)*(?:19|20)\d{2}年?度?[）)]?$")]
    private static partial Regex YearLine();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})年(?!度)")]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})年度")]
    private static partial Regex YearOfBudget();
}
