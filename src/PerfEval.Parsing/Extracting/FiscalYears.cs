using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The budget years that a report evaluates: of the title, of a line below it, of a label, of the conclusion, else the year named most often.</summary>
internal sealed partial class FiscalYears
{
    // （2018、2020、2022、2023年度）
    private const int LongestYearLine = 28;

    private readonly ReportOutline _outline;
    private readonly ReportDraft _draft;

    /// <summary>The years of a report.</summary>
    public FiscalYears(ReportOutline outline, ReportDraft draft) => (_outline, _draft) = (outline, draft);

    /// <summary>The years that the parts of the report name, those that say most plainly that they are evaluated first.</summary>
    public IEnumerable<Proposal<IReadOnlyList<int>>> All()
    {
        var labels = _draft.Facts.Labels;
        return _outline.Title.Select(line => Propose("years.title", line.Text, line.Span))
            .Concat(Lines())
            .Concat(labels.Where(l => l.Field == "fiscalYear").Concat(labels.Where(l => l.Field == "projectName")).Select(l => Propose("years.label", l.Text, l.Span)))
            .Concat(Concluded())
            .Concat(Frequent())
            .OfType<Proposal<IReadOnlyList<int>>>();
    }

    /// <summary>The years that a text names: 2020年度, 2018—2020年, 2019、2020年度.</summary>
    public static IReadOnlyList<int> Read(string text) => Find(text)?.Years ?? [];

    private static (IReadOnlyList<int> Years, int Start, int Length)? Find(string text)
    {
        var narrow = ChineseText.Narrow(text);
        if (Range().Match(narrow) is { Success: true } range)
        {
            var (from, to) = (int.Parse(range.Groups[1].Value, null), int.Parse(range.Groups[2].Value, null));
            if (from < to && to - from <= 15)
                return ([.. Enumerable.Range(from, to - from + 1)], range.Index, range.Length);
        }

        if (List().Match(narrow) is { Success: true } list)
            return ([.. Year().Matches(list.Value).Select(m => int.Parse(m.Value, null)).Distinct().Order()], list.Index, list.Length);
        return Single().Match(narrow) is { Success: true } single ? ([int.Parse(single.Groups[1].Value, null)], single.Index, single.Length) : null;
    }

    private Proposal<IReadOnlyList<int>>? Propose(string rule, string text, SourceSpan span, string? lost = null) =>
        Find(text) is var (years, start, length) ? new(years, rule, lost, TracedText.Exact(_outline.Document, text.Substring(start, length), span)) : null;

    // （2022年度） below the title of a form.
    private IEnumerable<Proposal<IReadOnlyList<int>>?> Lines() =>
        _outline.Sections.Where(s => s.Level == 0 || s.Kinds.Contains(SectionKind.Attachments)).SelectMany(s => s.Blocks)
            .Where(b => b.IsParagraph && b.Text.Length <= LongestYearLine && YearLine().IsMatch(ChineseText.Squeeze(b.Text)))
            .Select(b => Propose("years.line", b.Text, b.Span(0, b.Text.Length)));

    // 2017年度 … 综合得分: the sentence that gives the score names the year.
    private IEnumerable<Proposal<IReadOnlyList<int>>?> Concluded()
    {
        // Known from title or label, before the conclusion is looked at.
        var known = _draft.Report.FiscalYears;
        foreach (var sentence in _draft.Facts.Sentences)
            if (sentence.Text.Contains("年度", StringComparison.Ordinal) && ScoreStatements.PlaceOf(sentence.Section) == "conclusion")
                foreach (Match match in YearOfBudget().Matches(sentence.Text))
                    yield return Propose("years.conclusion", match.Value, sentence.Span(match.Index, match.Length), Lost(sentence.Text, match, known));
    }

    // 较2020年度提高…: the year with which the evaluated one is compared. Once title or label have told the years, others are not evaluated.
    private static string? Lost(string sentence, Match year, IReadOnlyList<int> known)
    {
        if (year.Index > 0 && sentence[year.Index - 1] is '较' or '比' or '与')
            return "comparison";
        return known.Count == 0 ? null : !known.Contains(int.Parse(year.Groups[1].Value, null)) ? "otherYear" : known.Count > 1 ? "same" : null;
    }

    // A guess: nothing but want of anything better speaks for it.
    private IEnumerable<Proposal<IReadOnlyList<int>>?> Frequent()
    {
        if (_draft.Report.FiscalYears.Count == 0)
            yield return MostFrequent(YearOfBudget(), "年度", 1) ?? MostFrequent(YearAlone(), "年", 2);
    }

    private Proposal<IReadOnlyList<int>>? MostFrequent(Regex year, string word, int least)
    {
        var most = _draft.Facts.Sentences.Where(s => s.Text.Contains(word, StringComparison.Ordinal))
            .SelectMany(s => year.Matches(s.Text).Select(m => (Sentence: s, Match: m)))
            .GroupBy(x => x.Match.Groups[1].Value).Where(g => g.Count() >= least)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return most?.First() is var (sentence, match) ? Propose("years.frequent", match.Value, sentence.Span(match.Index, match.Length)) : null;
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
