using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Structuring;

/// <summary>Page numbers and other marks that belong to a page, not to the text.</summary>
internal static partial class PageFurniture
{
    /// <summary>Whether a line is nothing but a page number: <c>— 3 —</c>, <c>- 3 -</c>, <c>第1页 共8页</c>, <c>1 / 27</c>.</summary>
    public static bool IsPageNumber(string text) => text.Length <= 20 && PageNumber().IsMatch(text);

    [GeneratedRegex(@"^\s*([—–－\-]+\s*[\d０-９IVXivx]{1,4}\s*[—–－\-]+|第\s*\d{1,4}\s*页(\s*[/，, ]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4})\s*$")]
    private static partial Regex PageNumber();
}
