using System.Buffers;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Extracting.Values;

/// <summary>
/// Document numbers (文号) as GB/T 9704 writes them — 财预〔2020〕10号 — and as they are found: with other brackets, with a bracket lost or
/// misplaced, with year and number fused; and the numbers of orders (国务院令第712号, 交通运输部令2015年第22号, 国务院第712号令).
/// </summary>
internal static partial class DocumentNumber
{
    /// <summary>A number found.</summary>
    /// <param name="Text">Its normal form.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Length">Its length as printed.</param>
    /// <param name="IsRepaired">Whether more than the shape of its brackets had to be put right.</param>
    public readonly record struct Found(string Text, int Start, int Length, bool IsRepaired);

    private static readonly SearchValues<char> YearBrackets = SearchValues.Create("〔[【(﹝﹙〖");

    /// <summary>The document numbers in a text, in order.</summary>
    public static List<Found> Find(string text)
    {
        var found = new List<Found>();
        if (!MayBeIn(text))
            return found;
        var narrow = ChineseText.Narrow(text);
        if (OpensYear(narrow))
            Numbers(text, narrow, found);
        if (narrow.Contains('令', StringComparison.Ordinal))
            Orders(narrow, found);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>Whether a text may hold a number: the cheap question.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) => text.Contains('号') || text.ContainsAny("〔[【﹝");

    // A bracket with a year behind it is rarer than the words before it, with which the expression begins.
    internal static bool OpensYear(string text)
    {
        for (var rest = text.AsSpan(); rest.IndexOfAny(YearBrackets) is >= 0 and var at;)
        {
            rest = rest[(at + 1)..];
            if (rest.TrimStart() is ['1' or '2', ..])
                return true;
        }

        return false;
    }

    private static void Numbers(string text, string narrow, List<Found> found)
    {
        foreach (Match match in Number().Matches(narrow))
        {
            var (agency, year, number) = (match.Groups[1], match.Groups[2].Value, match.Groups[3].Value);
            var intact = match.Groups["close"].Length > 0 && match.Groups["stray"].Length == 0 && match.Groups["end"].Length > 0;
            if (number.TrimStart('0').Length == 0 || (!intact && match.Groups["end"].Length == 0 && match.Groups["close"].Length > 0 && !ClosesAfter(narrow, match)))
                continue;
            var name = Agency().Replace(ChineseText.Squeeze(text.Substring(agency.Index, agency.Length)), "");
            if (name.Length < 1)
                continue;
            var start = agency.Index + agency.Length - name.Length;
            found.Add(new Found($"{name}〔{year}〕{number.TrimStart('0')}号", Math.Max(agency.Index, start), match.Index + match.Length - Math.Max(agency.Index, start), !intact));
        }
    }

    private static void Orders(string narrow, List<Found> found)
    {
        foreach (Match match in Order().Matches(narrow))
        {
            var lead = Lead().Match(match.Value).Length;
            found.Add(new Found(string.Concat(match.Value.Skip(lead).Where(c => !ChineseText.IsSpace(c))), match.Index + lead, match.Length - lead, false));
        }
    }

    private static bool ClosesAfter(string text, Match match) => match.Index + match.Length < text.Length && text[match.Index + match.Length] is ')' or '）';

    // Words of the sentence before the agency's code: 第二批以桂财教〔2022〕76号.
    [GeneratedRegex("^.*(以|按|据|由|和|及|与|、|了|照|下达|文件|附|随|万元|见|即|为|的)(?=[\\u4e00-\\u9fff]{2,})(?<!办发|财发|政发|党发|委发|建发|教发|农发|厅发|社发|水发|国发|中发|函发|环发|文发|卫发|规发|绩发|办秘|科发|商发|字发|组发|务发)")]
    private static partial Regex Agency();

    [GeneratedRegex(@"([\u4e00-\u9fff]{1,12})\s*[〔\[【(﹝﹙〖]\s*((?:19|20)\d{2})\s*(?<close>[〕\]】)﹞﹚〗])?\s*第?\s*(\d{1,4})(?<stray>[〕\]】)])?\s*(?<end>号)?")]
    internal static partial Regex Number();

    // 国务院令第712号, 交通运输部令2015年第22号, 国务院第712号令.
    [GeneratedRegex(@"(?:国务院|财政部|中华人民共和国主席|主席|国家[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff]{2,10}(?:人民政府|部|委|局|厅))(?:令\s*(?:(?:19|20)\d{2}\s*年\s*)?第\s*\d{1,4}\s*号|\s*(?:(?:19|20)\d{2}\s*年\s*)?第\s*\d{1,4}\s*号令)")]
    private static partial Regex Order();

    // The sentence's own words before the agency: 根据财政部令第81号.
    [GeneratedRegex("^(?:根据|依据|依照|按照|遵照|以及|按|据|及|与|和)")]
    private static partial Regex Lead();
}
