using System.Buffers;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>Citations are well-formed: 《 and 》 in pairs, numbers with year and 号, one title to a number.</summary>
internal sealed partial class CitationForms : IReportCheck
{
    // 》的通知（ is the most that stands between a title and its number; no title is longer than the second.
    private const int LongestBetween = 6;
    private const int LongestTitle = 200;

    private static readonly SearchValues<char> Openings = SearchValues.Create("[［【(（");

    private sealed record Cited(string Title, SourceSpan Span);

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        var titles = new Dictionary<string, Cited>(StringComparer.Ordinal);
        foreach (var block in outline.Walk().Where(s => !s.Kinds.Contains(SectionKind.Cover)).SelectMany(s => s.Blocks).Where(b => b.IsParagraph))
        {
            TitleMarks(block, notes);
            var numbers = extracted.Numbers.In(block);
            Malformed(block, numbers, notes);
            foreach (var number in numbers)
                if (TitleBefore(block, number.Start) is { } cited && !titles.TryAdd(number.Text, cited) && !IsSame(titles[number.Text].Title, cited.Title))
                    notes.Find(Shared(extracted, number.Text, titles[number.Text], cited));
        }
    }

    // 《 within 《 is often printed for 〈: only a mark without its partner is a slip.
    private static void TitleMarks(OutlineBlock block, CheckNotes notes)
    {
        if (!block.Text.AsSpan().ContainsAny('《', '》'))
            return;
        var open = new Stack<int>();
        for (var i = 0; i < block.Text.Length; i++)
            if (block.Text[i] == '《')
                open.Push(i);
            else if (block.Text[i] == '》' && !open.TryPop(out _))
                notes.Find(Unpaired(block, i));
        foreach (var at in open.Reverse())
            notes.Find(Unpaired(block, at));
    }

    private static Diagnostic Unpaired(OutlineBlock block, int at)
    {
        var near = block.Text[at] == '《' ? block.Text.Substring(at, Math.Min(20, block.Text.Length - at)) : block.Text[Math.Max(0, at - 20)..(at + 1)];
        return new Diagnostic(DiagnosticCode.TitleMarksUnpaired, $"{block.Text[at]} has no partner: {near}") { MessageZh = $"书名号“{block.Text[at]}”不成对：{near}", Span = block.Span(at, 1) };
    }

    private static void Malformed(OutlineBlock block, IReadOnlyList<DocumentNumber.Found> numbers, CheckNotes notes)
    {
        var next = 0;
        if (MayHoldNumberlike(block.Text))
            foreach (Match match in Numberlike().Matches(ChineseText.Narrow(block.Text)))
            {
                while (next < numbers.Count && numbers[next].Start + numbers[next].Length <= match.Index)
                    next++;
                if (next == numbers.Count || numbers[next].Start >= match.Index + match.Length)
                    notes.Find(Odd(block, match.Index, match.Length));
            }

        foreach (var number in numbers)
            if (Year().Match(number.Text) is { Success: true } year && string.CompareOrdinal(year.Groups[1].Value, "1949") < 0)
                notes.Find(Odd(block, number.Start, number.Length));
    }

    // The brackets that every such text holds keep the search away from most paragraphs.
    internal static bool MayHoldNumberlike(ReadOnlySpan<char> text) => text.ContainsAny('〔', '﹝') || (text.Contains('号') && text.ContainsAny(Openings));

    private static Diagnostic Odd(OutlineBlock block, int start, int length)
    {
        var text = block.Text.Substring(start, length);
        return new Diagnostic(DiagnosticCode.DocumentNumberMalformed, $"{text} is not a document number as GB/T 9704 writes it and could not be read as one.")
        {
            MessageZh = $"“{text}”不是规范的发文字号，无法识别。",
            Span = block.Span(start, length),
        };
    }

    private static Diagnostic Shared(ExtractedReport extracted, string number, Cited first, Cited second)
    {
        var citations = extracted.Report.Citations;
        var index = Enumerable.Range(0, citations.Count).Where(i => citations[i].DocumentNumber == number).Select(i => (int?)i).FirstOrDefault();
        return Finding.Of(DiagnosticCode.DocumentNumberShared, $"{number} is cited as the number of two documents: {first.Title} and {second.Title}.",
            $"文号{number}对应两个不同的文件名称：《{first.Title}》和《{second.Title}》。", null,
            new ComparedValue(index is { } i ? $"/citations/{i}/title" : null, first.Title, first.Span), new ComparedValue(null, second.Title, second.Span));
    }

    // 《…》（财预〔2020〕10号） and 《…》的通知（…）: the title right before the number.
    private static Cited? TitleBefore(OutlineBlock block, int number)
    {
        var near = Math.Max(0, number - LongestBetween);
        var before = Behind().Match(block.Text[near..number]);
        if (!before.Success)
            return null;
        var end = near + before.Index;
        var depth = 0;
        for (var i = end; i >= 0 && end - i <= LongestTitle; i--)
        {
            depth += block.Text[i] == '》' ? 1 : block.Text[i] == '《' ? -1 : 0;
            if (depth == 0)
                return new Cited(block.Text[(i + 1)..end], block.Span(i, end + 1 - i));
        }

        return null;
    }

    // A document is cited by its own title or by that of the notice that issues it.
    private static bool IsSame(string one, string other)
    {
        var (a, b) = (Core(one), Core(other));
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    private static string Core(string title) => Marks().Replace(ChineseText.Squeeze(ChineseText.Narrow(title)), "");

    [GeneratedRegex("》(?:的通知|通知)?[（(【]?$")]
    private static partial Regex Behind();

    // 〔〕 and ﹝﹞ stand in document numbers only; other brackets between an agency's code and a number do.
    [GeneratedRegex(@"[\u4e00-\u9fff]{0,6}[〔﹝][^〔〕﹝﹞。，；\n]{0,8}(?:[〕﹞][^\u4e00-\u9fff。，；、]{0,6}号?|号)?|[\u4e00-\u9fff]{1,6}(?:发|函|字|办|预|财[\u4e00-\u9fff])[\[【(](?:19|20)?(?:\d{2,3}|[x×X*]{2,4})[\]】)]\s*\d{1,4}\s*号")]
    internal static partial Regex Numberlike();

    [GeneratedRegex(@"〔(\d{4})〕")]
    private static partial Regex Year();

    [GeneratedRegex("[《》〈〉<>‹›“”\"（）()]|^关于(?:印发|发布|下发|转发)|的通知$|(?<=.)(?:印发|发布|下发|转发)")]
    private static partial Regex Marks();
}
