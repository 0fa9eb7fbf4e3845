using System.Globalization;

namespace PerfEval.Parsing.Evaluation.Writing;

/// <summary>The words and shortenings that the text and the page of a comparison share.</summary>
internal static class DifferenceWords
{
    private const int Most = 160;
    private const int Before = 40;

    /// <summary>What became of the reports, in words.</summary>
    public static string Of(ReportChange change) => change switch
    {
        ReportChange.Same => "same",
        ReportChange.Differs => "differs",
        ReportChange.Added => "only in the new parse",
        ReportChange.Removed => "only in the old parse",
        ReportChange.FailsNow => "fails now",
        ReportChange.ReadsNow => "reads now",
        _ => "still fails",
    };

    /// <summary>The report's path, with its part where it is not the first.</summary>
    public static string Name(ReportDifference report) =>
        report.Part == 1 ? report.Path : string.Create(CultureInfo.InvariantCulture, $"{report.Path} (report {report.Part})");

    /// <summary>Both values, long ones from shortly before the first character in which they differ.</summary>
    public static (string? Old, string? New) Shortened(Difference difference)
    {
        var (old, now) = (difference.Old, difference.New);
        var same = old is null || now is null ? 0 : old.AsSpan().CommonPrefixLength(now);
        var from = old?.Length > Most || now?.Length > Most ? Math.Max(0, same - Before) : 0;
        return (Cut(old, from), Cut(now, from));
    }

    private static string? Cut(string? text, int from)
    {
        if (text is null)
            return null;
        var start = from > 0 && from < text.Length && char.IsLowSurrogate(text[from]) ? from - 1 : Math.Min(from, text.Length);
        var end = Math.Min(text.Length, start + Most);
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end--;
        return (start > 0 ? "…" : "") + text[start..end].ReplaceLineEndings(" ") + (end < text.Length ? "…" : "");
    }
}
