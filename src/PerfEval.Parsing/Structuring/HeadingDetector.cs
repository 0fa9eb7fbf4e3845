using System.Buffers;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>
/// Is this line a heading, does it begin with one, or is it text? Looks at one line; what only a run of lines can tell is
/// <see cref="Enumerations"/>'s.
/// </summary>
internal sealed partial class HeadingDetector
{
    // A heading names a topic; the longest seen in published reports (problems and recommendations as clauses) have some 45 characters.
    private const int LongestHeading = 50;

    // A run-in head is a topic of a few words.
    private const int LongestRunIn = 20;
    private const int LongestUnnumbered = 25;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("。：:；;\n");
    private static readonly SearchValues<char> LeadEnds = SearchValues.Create("。：:；，\t");

    private readonly SectionClassifier _classifier;
    private readonly LabelVocabulary _labels;
    private readonly double? _bodySize;
    private readonly bool _hasDecimals;

    /// <summary>A detector for one document.</summary>
    /// <param name="classifier">Knows the wordings of headings.</param>
    /// <param name="labels">What is a label before a colon is none.</param>
    /// <param name="lines">The document's lines, for the size of its body text.</param>
    public HeadingDetector(SectionClassifier classifier, LabelVocabulary labels, IReadOnlyList<Line> lines)
    {
        (_classifier, _labels) = (classifier, labels);
        // 1 项目概况 is a heading only where 1.1 立项背景 is one.
        _hasDecimals = lines.Count(l => l.Number.Shape == NumberShape.Decimal2) >= 2;
        _bodySize = lines.Where(l => l.Text.Length > 40 && l.Paragraph?.Style.Size is not null)
            .GroupBy(l => l.Paragraph!.Style.Size).OrderByDescending(g => g.Sum(l => l.Text.Length)).FirstOrDefault()?.Key;
    }

    /// <summary>The heading that the line is or begins with; <see langword="null"/> where it is text.</summary>
    public Heading? Detect(IReadOnlyList<Line> lines, int index)
    {
        var line = lines[index];
        if (!line.IsText)
            return null;
        var heading = Annex(lines, index) ?? Numbered(line, index) ?? Clause(lines, index) ?? Unnumbered(line, index);
        return heading is null ? null : heading with { Look = Look(line), OutlineLevel = line.Paragraph!.Style.OutlineLevel };
    }

    private Heading? Numbered(Line line, int index)
    {
        var number = line.Number;
        if (number.Shape == NumberShape.None || number.Length >= line.Text.Length || (number.Shape == NumberShape.Decimal1 && !_hasDecimals))
            return null;
        var rest = line.Text.AsSpan(number.Length);
        // 《…》 opens a cited document, never a topic.
        if (rest[0] == '《')
            return null;
        if (rest.Length <= LongestHeading && Whole(rest.ToString(), line) is { } whole)
            return new Heading(index, number, whole, number.Length, -1, Ground(line, HeadingGround.Numbered));
        return RunIn(rest, line, number) is { } head
            ? new Heading(index, number, rest[..head].ToString(), number.Length, BodyStart(line.Text, number.Length + head + 1), Ground(line, HeadingGround.Numbered))
            : null;
    }

    // （一）科学设定绩效目标，强化目标约束。 over a paragraph of its own: a clause with a full stop that heads a text.
    private static Heading? Clause(IReadOnlyList<Line> lines, int index)
    {
        var line = lines[index];
        var number = line.Number;
        if (number.Shape == NumberShape.None || !line.Text.EndsWith('。'))
            return null;
        var rest = line.Text[Math.Min(number.Length, line.Text.Length)..];
        if (rest.Length is < 4 or > 40 || !rest.EndsWith('。') || rest[0] == '《' || rest[..^1].AsSpan().IndexOfAny("。；：") >= 0)
            return null;
        return index + 1 < lines.Count && lines[index + 1] is { IsText: true } next && next.Block != line.Block && next.Text.Length >= 20 && next.Number.Shape == NumberShape.None
            ? new Heading(index, number, rest[..^1], number.Length, -1, HeadingGround.Numbered) : null;
    }

    /// <summary>The heading that the whole rest of a numbered line is.</summary>
    private string? Whole(string rest, Line line)
    {
        var text = rest.TrimEnd('。', '：', ':', '．', ' ', '　');
        if (text.Length == 0 || text.AsSpan().IndexOfAny('。', '；', ';') >= 0 || ColonInside(text))
            return null;
        var closing = rest[text.Length..].Trim();
        if (closing.Length == 0)
            return text.EndsWith('，') || text.EndsWith('、') ? null : text;
        if (IsMarked(line) || _classifier.IsKnown(text))
            return text;
        // A statement ends in a full stop; a topic that does so has no clause marks and few words.
        var most = closing[0] == '。' ? LongestRunIn : 30;
        return text.Length <= most && !text.Contains('，', StringComparison.Ordinal) && !Verbal().IsMatch(text) ? text : null;
    }

    // 数量指标：完成率100% is a head with its text; （一）项目概况 has none.
    private static bool ColonInside(string text)
    {
        var colon = text.AsSpan().IndexOfAny('：', ':');
        return colon > 0 && colon < text.Length - 1 && !char.IsAsciiDigit(text[colon - 1]);
    }

    /// <summary>The length of the head with which the rest of a numbered line begins; <see langword="null"/> where it is all text.</summary>
    private int? RunIn(ReadOnlySpan<char> rest, Line line, HeadingNumber number)
    {
        var end = rest.IndexOfAny(ClauseEnds);
        if (end <= 0 || end + 1 >= rest.Length || rest[end] is '；' or ';' or '\n')
            return null;
        var head = rest[..end].ToString();
        if (BoldLead(line, number.Length + end))
            return head.Length <= LongestHeading ? end : null;
        if (_classifier.IsKnown(head) || (head.Length <= 28 && !head.Contains('，', StringComparison.Ordinal) && _classifier.Classify(head, []).Count > 0))
            return end;
        if (Restarts(line.Text, number))
            return null;
        if (head.Length > LongestRunIn || head.AsSpan().IndexOfAny('，', '“', '《') >= 0 || Figures().IsMatch(head))
            return null;
        // After a colon comes the text of a topic, or a list that the words before the colon announce.
        return rest[end] == '。' || number.Shape is NumberShape.Letter or NumberShape.Letter1 or NumberShape.Letter2 || (head.Length <= 12 && !Announces().IsMatch(head))
            ? end : null;
    }

    // 1数量指标。…: the dot behind the numeral was lost, which only a known wording can show.
    private Heading? LostDot(Line line, int index)
    {
        var digits = 0;
        while (digits < Math.Min(2, line.Text.Length) && char.IsAsciiDigit(ChineseText.Narrow(line.Text[digits])))
            digits++;
        if (digits == 0 || digits >= line.Text.Length || !ChineseText.IsHan(line.Text[digits]))
            return null;
        var rest = line.Text.AsSpan(digits);
        var end = rest.IndexOfAny("。：:");
        if ((end < 0 ? rest.Length : end) > LongestRunIn)
            return null;
        var head = (end < 0 ? rest : rest[..end]).ToString();
        if (!_classifier.IsKnown(head))
            return null;
        var number = new HeadingNumber(NumberShape.DigitDot, int.Parse(ChineseText.Narrow(line.Text[..digits]), System.Globalization.CultureInfo.InvariantCulture), digits, line.Text[..digits]);
        var body = end < 0 ? line.Text.Length : BodyStart(line.Text, digits + end + 1);
        return new Heading(index, number, head, digits, body < line.Text.Length ? body : -1, HeadingGround.Worded);
    }

    private Heading? Unnumbered(Line line, int index)
    {
        if (LostDot(line, index) is { } fused)
            return fused;
        var text = line.Text.TrimEnd('：', ':', '。');
        var marked = line.Paragraph!.Style.OutlineLevel is not null && line.Start == 0 && text.Length <= LongestHeading;
        if (marked)
            return new Heading(index, HeadingNumber.None, text, 0, -1, HeadingGround.Marked);
        if (text.Length <= LongestUnnumbered && text.AsSpan().IndexOfAny('。', '；', '，') < 0 && ChineseText.Squeeze(text) is var squeezed
            && (squeezed.Length >= 4 || IsFrontWord(squeezed)) && _classifier.IsKnown(text))
            return new Heading(index, HeadingNumber.None, text, 0, -1, HeadingGround.Worded);
        if (text.Length == line.Text.Length && text.Length <= LongestHeading && text.AsSpan().IndexOfAny("。；：:\t") < 0 && IsSetApart(line))
            return new Heading(index, HeadingNumber.None, text, 0, -1, HeadingGround.SetApart);
        var end = line.Text.AsSpan().IndexOfAny(LeadEnds);
        if (end is >= 4 and <= LongestRunIn && end + 1 < line.Text.Length && line.Text[end] is not ('；' or '，' or '\t')
            && _classifier.IsKnown(line.Text[..end]) && _labels.FieldOf(line.Text[..end]) is null)
            return new Heading(index, HeadingNumber.None, line.Text[..end], 0, BodyStart(line.Text, end + 1), HeadingGround.Worded);
        return BoldRunIn(line, index);
    }

    // A head in bold, commas and all, with its text behind it.
    private static Heading? BoldRunIn(Line line, int index)
    {
        var end = line.Text.AsSpan().IndexOfAny("。：:");
        return end > 0 && end + 1 < line.Text.Length && end <= LongestHeading && BoldLead(line, end)
            ? new Heading(index, HeadingNumber.None, line.Text[..end], 0, BodyStart(line.Text, end + 1), HeadingGround.SetApart)
            : null;
    }

    private static Heading? Annex(IReadOnlyList<Line> lines, int index)
    {
        var line = lines[index];
        if (line.Text.Length > 80 || !line.Text.StartsWith('附') || AnnexHeading().Match(line.Text) is not { Success: true } match)
            return null;
        var title = match.Groups[2].Value;
        if (title.AsSpan().IndexOfAny("。；，") >= 0 || title.StartsWith('（') || title.StartsWith('的'))
            return null;
        // 附件：1.… 2.… lists the annexes; the list is the section's text.
        if (match.Groups[1].Length == 0 && HeadingNumber.Parse(title).Shape is not (NumberShape.None or NumberShape.Letter))
            return new Heading(index, HeadingNumber.None, line.Text[..(line.Text.AsSpan().IndexOfAny("件表录") + 1)], 0, match.Groups[2].Index, HeadingGround.Worded) { IsAnnex = true };
        var text = line.Text.TrimEnd('：', ':', '。', ' ');
        return new Heading(index, HeadingNumber.None, text, 0, -1, HeadingGround.Worded) { IsAnnex = true };
    }

    /// <summary>Whether a heading opens an annex: 附件1, 附表：….</summary>
    public static bool IsAnnex(string heading) => AnnexHeading().IsMatch(heading);

    // The same kind of number again inside the paragraph: （1）…（2）… is an enumeration in prose.
    private static bool Restarts(string text, HeadingNumber number)
    {
        if (number.Shape is not (NumberShape.DigitParen or NumberShape.HanParen or NumberShape.Circled or NumberShape.DigitDot or NumberShape.DigitComma))
            return false;
        var next = number.Shape switch
        {
            NumberShape.Circled => ((char)('①' + number.Value)).ToString(),
            NumberShape.DigitParen => $"（{number.Value + 1}）",
            NumberShape.DigitDot => $"。{number.Value + 1}.",
            NumberShape.DigitComma => $"。{number.Value + 1}、",
            _ => $"（{HanNumeral(number.Value + 1)}）",
        };
        return text.IndexOf(next, number.Length, StringComparison.Ordinal) > 0;
    }

    private static string HanNumeral(int value) => value switch
    {
        < 10 => "一二三四五六七八九"[value - 1].ToString(),
        10 => "十",
        < 20 => "十" + HanNumeral(value - 10),
        _ => "二十",
    };

    private static bool IsFrontWord(string squeezed) => squeezed is "摘要" or "前言" or "引言" or "概要" or "附件" or "建议" or "导言" or "序言";

    private static bool IsMarked(Line line) => line.Paragraph!.Style.OutlineLevel is not null;

    private static HeadingGround Ground(Line line, HeadingGround otherwise) => IsMarked(line) ? HeadingGround.Marked : otherwise;

    private bool IsSetApart(Line line)
    {
        var style = line.Paragraph!.Style;
        var larger = _bodySize is { } size && style.Size is { } own && own > size + 0.9;
        return line.Start == 0 && line.Text.Length >= 3 && !line.Text.Contains('\t', StringComparison.Ordinal) && style.Alignment != TextAlignment.Right
            && (style.Bold == true || larger) && !(line.Text[0] is '（' or '(') && !Label().IsMatch(line.Text) && !char.IsAsciiDigit(line.Text[0]);
    }

    /// <summary>Whether the first characters of a line, up to about <paramref name="end"/>, are bold and the rest is not.</summary>
    public static bool BoldLead(Line line, int end) =>
        line.Start == 0 && line.Paragraph!.BoldLead > 0 && Math.Abs(line.Paragraph.BoldLead - end) <= 1 && !Label().IsMatch(line.Text[..end]);

    private static int BodyStart(string text, int start)
    {
        while (start < text.Length && ChineseText.IsSpace(text[start]))
            start++;
        return start;
    }

    private static string? Look(Line line)
    {
        var style = line.Paragraph!.Style;
        return style.Bold is null && style.Size is null && style.Font is null ? null : $"{style.Bold}|{style.Size}|{style.Font}|{style.Alignment == TextAlignment.Center}";
    }

    // 进行了, 已完成: the words of a statement.
    [GeneratedRegex("了|已经?|并且|从而|均为|达到|不存在|未发现")]
    private static partial Regex Verbal();

    // An amount or rate in the head: 404名 …, 完成率100%.
    [GeneratedRegex(@"\d[\d.,]*\s*[%％万亿元个名人户次]")]
    private static partial Regex Figures();

    [GeneratedRegex("如下|包括|为$|是$|以下|有$|分别")]
    private static partial Regex Announces();

    // Labels of notes, tables and forms are no headings however they look.
    [GeneratedRegex(@"^(注|备注|说明|单位|表\s*\d|图\s*\d|金额单位|填报|联系|附注|资料来源)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^附\s*[件表录]\s*([一二三四五六七八九十]{1,3}|\d{1,2}(?:[-—]\d)?(?!\d))?\s*[：:、.．]?\s*(.*)$")]
    private static partial Regex AnnexHeading();
}
