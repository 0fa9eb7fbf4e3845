using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>The policy documents cited, in order of first mention, once each.</summary>
internal sealed class CitationExtractor : IFactExtractor
{
    // （东办发〔2015〕3号） stands right behind 》, or behind 的通知 where only the inner title is quoted.
    private const int FarthestNumber = 12;

    private sealed record Mention(OutlineText? Title, OutlineText? Number);

    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var mentions = outline.Walk().Where(s => !s.Kinds.Contains(SectionKind.Cover))
            .SelectMany(s => s.Blocks).Where(b => b.IsParagraph && MayCite(b.Text) && !ReportTitle.IsReportNumber(ChineseText.Squeeze(b.Text))).SelectMany(b => In(b, outline.Vocabulary.Citations, draft)).ToList();
        var citations = new List<Citation>();
        var (byNumber, byTitle) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var mention in mentions)
        {
            var (title, number) = (mention.Title is null ? null : ChineseText.Squeeze(mention.Title.Text), mention.Number?.Text);
            var index = number is not null && byNumber.TryGetValue(number, out var n) ? n
                : title is not null && byTitle.TryGetValue(title, out var t) && (number is null || citations[t].DocumentNumber is null) ? t : -1;
            if (index < 0)
            {
                index = citations.Count;
                citations.Add(new Citation(null, null));
            }

            citations[index] = Complete(citations[index], mention, $"/citations/{index}", draft);
            if (number is not null)
                byNumber.TryAdd(number, index);
            if (title is not null)
                byTitle.TryAdd(title, index);
        }

        draft.Report = draft.Report with { Citations = citations };
    }

    // A later mention adds what the first left out.
    private static Citation Complete(Citation citation, Mention mention, string pointer, ReportDraft draft)
    {
        if (citation.Title is null && mention.Title is { } title)
        {
            citation = citation with { Title = title.Text };
            draft.Cite(pointer + "/title", "citation.title", title.Span);
        }

        if (citation.DocumentNumber is null && mention.Number is { } number)
        {
            citation = citation with { DocumentNumber = number.Text };
            draft.Cite(pointer + "/documentNumber", "citation.number", number.Span);
        }

        return citation;
    }

    private static IEnumerable<Mention> In(OutlineBlock block, CitationVocabulary words, ReportDraft draft)
    {
        var text = block.Text;
        var numbers = draft.Facts.Numbers.In(block);
        var taken = new HashSet<int>();
        var mentions = new List<(int At, Mention Mention)>();
        var titles = Titles(text);
        foreach (var (start, end) in titles)
        {
            var title = Title(text[(start + 1)..end]);
            var number = Behind(text, end, numbers, taken);
            if (number >= 0)
                taken.Add(numbers[number].Start);
            if (title.Length < 2 || (number < 0 && !words.IsDocument(TrailingNote(title))))
                continue;
            var found = number < 0 ? (DocumentNumber.Found?)null : numbers[number];
            if (found is { IsRepaired: true } repaired)
                draft.Log.Add(DiagnosticCode.DocumentNumberRepaired, $"The document number {text.Substring(repaired.Start, repaired.Length)} was read as {repaired.Text}.",
                    block.Span(repaired.Start, repaired.Length));
            mentions.Add((start, new Mention(new OutlineText(title, block.Span(start + 1, end - start - 1)), found is { } f ? Number(block, f) : null)));
        }

        // A number without a title: 以桂财教〔2022〕76号文件下达.
        foreach (var number in numbers)
            if (!taken.Contains(number.Start) && !titles.Any(t => number.Start > t.Start && number.Start < t.End))
                mentions.Add((number.Start, new Mention(null, Number(block, number))));
        return mentions.OrderBy(m => m.At).Select(m => m.Mention);
    }

    // Without a title and without a number nothing is cited.
    private static bool MayCite(string text) => text.Contains('《', StringComparison.Ordinal) || DocumentNumber.MayBeIn(text);

    private static OutlineText Number(OutlineBlock block, DocumentNumber.Found number) => new(number.Text, block.Span(number.Start, number.Length));

    // The first number that is attached to a title and to none before it.
    private static int Behind(string text, int end, IReadOnlyList<DocumentNumber.Found> numbers, HashSet<int> taken)
    {
        for (var i = 0; i < numbers.Count; i++)
            if (numbers[i].Start > end && numbers[i].Start - end <= FarthestNumber && !taken.Contains(numbers[i].Start) && Attached(text, end, numbers[i]))
                return i;
        return -1;
    }

    // Only 的通知, a bracket or white space may stand between a title and its number.
    private static bool Attached(string text, int end, DocumentNumber.Found number)
    {
        var between = ChineseText.Squeeze(text[(end + 1)..number.Start]);
        return between.Length == 0 || between[^1] is '（' or '(' or '【' && between.Length <= 8 && between.AsSpan().IndexOfAny("，。；、《") < 0;
    }

    // 管理办法（试行） is a 办法.
    private static string TrailingNote(string title)
    {
        var open = title.LastIndexOfAny(['（', '(']);
        return open > 0 && title[^1] is '）' or ')' ? title[..open] : title;
    }

    /// <summary>The outermost 《…》 of a text; one that is not closed ends with its sentence and is left alone.</summary>
    private static List<(int Start, int End)> Titles(string text)
    {
        var found = new List<(int, int)>();
        for (var i = text.IndexOf('《', StringComparison.Ordinal); i >= 0 && i < text.Length; i = text.IndexOf('《', i))
        {
            var depth = 0;
            var end = i;
            for (; end < text.Length && end - i <= 200; end++)
            {
                depth += text[end] == '《' ? 1 : text[end] == '》' ? -1 : 0;
                if (depth == 0)
                    break;
            }

            if (depth == 0 && end < text.Length)
                found.Add((i, end));
            else if (text.IndexOf('》', i) is > 0 and var first && first - i <= 200)
                found.Add((i, end = first));
            else
                end = i;
            i = end + 1;
            if (i >= text.Length)
                break;
        }

        return found;
    }

    // Inner quotes are 〈〉 whatever the report prints.
    private static string Title(string raw)
    {
        var title = raw.Replace('《', '〈').Replace('》', '〉').Replace('<', '〈').Replace('>', '〉').Replace('‹', '〈').Replace('›', '〉').Replace('＜', '〈').Replace('＞', '〉');
        return string.Join(' ', title.Split([' ', '\n', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }
}
