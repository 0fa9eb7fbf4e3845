using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Structuring;

/// <summary>Page numbers and other marks that belong to a page, not to the text.</summary>
internal static partial class PageFurniture
{
    /// <summary>Whether a line is nothing but a page number: <c>— 3 —</c>, <c>- 3 -</c>, <c>第1页 共8页</c>, <c>1 / 27</c>.</summary>
    public static bool IsPageNumber(string text) => text.Length is > 0 and <= 20 && MayBegin(text[0]) && PageNumber().IsMatch(text);

    private static bool MayBegin(char c) => c is '—' or '–' or '－' or '-' or '第' || char.IsDigit(c) || char.IsWhiteSpace(c);

    [GeneratedRegex(@"^\s*([—–－\-]+\s*[\d０-９IVXivx]{1,4}\s*[—–－\-]+|第\s*\d{1,4}\s*页(\s*[/，, ]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4})\s*$")]
    private static partial Regex PageNumber();
}
