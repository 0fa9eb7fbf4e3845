using System.Globalization;
using System.Text;
using PerfEval.Parsing.Explaining;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>Explanations for people, in one of two languages.</summary>
/// <param name="chinese">Whether the text is Chinese; else it is English.</param>
internal sealed class ExplanationText(bool chinese)
{
    // Evidence of a chapter is as long as the chapter; a line of it tells which.
    private const int LongestQuote = 60;

    /// <summary>The text: a paragraph a field.</summary>
    public string Of(IReadOnlyList<Explanation> explanations)
    {
        var text = new StringBuilder();
        foreach (var explanation in explanations)
        {
            if (text.Length > 0)
                text.Append('\n');
            Field(text, explanation);
        }

        return text.ToString();
    }

    private void Field(StringBuilder text, Explanation field)
    {
        Line(text, 0, field.Pointer.Length == 0 ? Say("全文", "the report") : field.Pointer, " = ", field.Value is { } value ? Quote(value) : Say("未说明", "not said"));
        if (field.Evidence is { } evidence)
            Evidence(text, field, evidence);
        else if (field.Value is not null)
            Line(text, 2, Say("未在文中读到，按惯例取值", "not read in the text: the usual value is assumed"));
        if (field.Candidates.Count == 0)
            return;
        Line(text, 2, Say("候选值：", "candidates:"));
        foreach (var candidate in field.Candidates)
            Candidate(text, candidate);
    }

    private void Evidence(StringBuilder text, Explanation field, Evidence evidence)
    {
        if (field.Rule is { } rule)
            Line(text, 2, Say("规则：", "rule: "), rule.Id, Say("，", ", "), Words(rule));
        Line(text, 2, Say("出处：", "read in: "), Place(evidence));
        foreach (var more in evidence.More)
            Line(text, 2, Say("另见：", "and in: "), Place(more));
        Line(text, 2, Say("置信度：", "confidence: "), Number(evidence.Confidence), evidence.Parts is { } parts
            ? Say(" = 识读 ", " = reading ") + Number(parts.Reading) + Say(" × 规则 ", " × rule ") + Number(parts.Rule) + Say(" × 竞争 ", " × rivals ") + Number(parts.Rivals)
                + Say(" × 核对 ", " × checks ") + Number(parts.Checks)
            : "");
    }

    private void Candidate(StringBuilder text, ExplainedCandidate candidate) => Line(text, 4,
        candidate.IsTaken ? "✓ " : "✗ ", Quote(candidate.Value), Say("　", "  "), candidate.Rule.Id, " ", Number(candidate.Strength), Say("　", "  "), Place(candidate.Place),
        candidate.Lost is { } lost ? Say("　未采用：", "  lost: ") + Words(lost) : Say("　采用", "  taken"));

    private string Place(Place place)
    {
        var at = new List<string>();
        if (place.Page is { } page)
            at.Add(Say($"第{page}页", $"page {page}"));
        if (place.Line is { } line)
            at.Add(Say($"第{line}行", $"line {line}"));
        // What a path would say of a PDF is its page.
        else if (place.Path is { } path && place.Page is null)
            at.Add(path);
        if (place.Row is { } row)
            at.Add(Say($"表格第{row}行第{place.Column}列", $"table row {row}, column {place.Column}"));
        at.Add(Say("“", "\"") + Quote(place.Text) + Say("”", "\""));
        return string.Join(Say("，", ", "), at);
    }

    private string Words(RuleText rule) => Say(rule.Chinese, rule.English);

    private string Say(string inChinese, string inEnglish) => chinese ? inChinese : inEnglish;

    private static string Quote(string text)
    {
        var line = text.Replace("\n", " ", StringComparison.Ordinal).Replace("\t", " ", StringComparison.Ordinal);
        return line.Length <= LongestQuote ? line : line[..(LongestQuote - 1)] + "…";
    }

    private static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, int indent, params ReadOnlySpan<string> parts)
    {
        text.Append(' ', indent);
        foreach (var part in parts)
            text.Append(part);
        text.Append('\n');
    }
}
