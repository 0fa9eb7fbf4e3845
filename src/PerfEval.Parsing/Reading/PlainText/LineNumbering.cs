using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>Tells lines that begin with an ordinal as headings and list items do. Only for joining lines; what the ordinals mean is not asked here.</summary>
internal static partial class LineNumbering
{
    /// <summary>Whether the line begins with <c>一、</c>, <c>（二）</c>, <c>3.</c>, <c>④</c>, <c>第五章</c>, <c>附件6</c>, <c>表7</c> or the like.</summary>
    public static bool Begins(ReadOnlySpan<char> line) => Ordinal().IsMatch(line);

    // A digit after the full stop would be a decimal fraction, a closing bracket after a year a document number.
    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}\s?[、.．]|[（(]\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s?[)）]|\d{1,2}\s?(?:、|[.．](?!\d))|\d{1,2}[)）]|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条部]|附[件表]\s?[\d一二三四五六七八九十]{0,2}\s?[：:]|[表图]\s?\d{1,2}(?:[-—.]\d{1,2})?\s)")]
    private static partial Regex Ordinal();
}
