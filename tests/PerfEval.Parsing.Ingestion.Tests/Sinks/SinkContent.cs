using System.Globalization;
using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>What a sink holds, as lines of text in order, so that sinks can be compared.</summary>
/// <param name="Files">A line for each file.</param>
/// <param name="Reports">A line for each report.</param>
/// <param name="Failures">A line for each dead letter, without the times.</param>
internal sealed record SinkContent(IReadOnlyList<string> Files, IReadOnlyList<string> Reports, IReadOnlyList<string> Failures)
{
    public static SinkContent Of(IEnumerable<string> files, IEnumerable<string> reports, IEnumerable<DeadLetter> failures) =>
        new(Sorted(files), Sorted(reports), Sorted(failures.Select(FailureLine)));

    public static string FileLine(string? id, string? path, string? content, string? state, string? reason, string? detail, long length) =>
        string.Join('|', id, Clean(path), content, state, reason, detail, length.ToString(CultureInfo.InvariantCulture));

    public static string FileLine(FileRecord file) => FileLine(
        file.FileId, file.Path, file.Sha256, EnumText.Of(file.State), file.Reasons is [var first, ..] ? first.ToString() : null, file.Detail, file.Length);

    /// <summary>A value as text, the same from whichever database it comes.</summary>
    public static string ValueText(object? value) => value switch
    {
        null or DBNull => "∅",
        string text => Clean(text)!,
        decimal number => (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        // The last digits of a quotient are each database's own.
        double number => number.ToString("G9", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public static string RowText(IEnumerable<object?> row) => string.Join('|', row.Select(ValueText));

    public static void Same(SinkContent expected, SinkContent actual)
    {
        Xunit.Assert.Equal(expected.Files, actual.Files);
        Xunit.Assert.Equal(expected.Reports, actual.Reports);
        Xunit.Assert.Equal(expected.Failures, actual.Failures);
    }

    // What no database holds is U+FFFD; what a sink holds beyond that is no concern here.
    private static string? Clean(string? text) => text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\ufffd');

    private static string FailureLine(DeadLetter letter) => string.Join(
        '|', letter.FileId, Clean(letter.Path), letter.Sha256, letter.Reason, letter.Detail, letter.Length, letter.Attempts.Count, letter.Attempts is [var attempt, ..] ? attempt : null,
        letter.ParserVersion, letter.OptionsHash, letter.SupersededAt is null ? "open" : "superseded", letter.FirstSeen == letter.LastSeen ? "once" : "again");

    private static IReadOnlyList<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
