using System.Globalization;

namespace PerfEval.Parsing.Evaluation.Writing;

/// <summary>A corpus' score as text: a line for each field, a column for each format.</summary>
/// <param name="score">The score.</param>
/// <param name="output">Where it goes.</param>
internal sealed class ScoreTable(CorpusScore score, TextWriter output)
{
    private const int NameWidth = 24;
    private const int Width = 10;

    public void Write(int misses)
    {
        Line("strict", ["precision", "recall", "F1", "soft F1", "support", .. score.ByFormat.Select(column => column.Name)]);
        foreach (var field in score.All.Fields)
            Line(field.Field,
            [
                Share(field.Strict.Precision), Share(field.Strict.Recall), Share(field.Strict.F1), Share(field.Soft.F1),
                field.Strict.Support.ToString("0", CultureInfo.InvariantCulture),
                .. score.ByFormat.Select(column => Share(column.Fields.FirstOrDefault(f => f.Field == field.Field)?.Strict.F1)),
            ]);
        Line("overall", ["", "", Share(score.All.Strict), "", "", .. score.ByFormat.Select(column => Share(column.Strict))]);
        Line("overall, soft", ["", "", "", Share(score.All.Soft), "", .. score.ByFormat.Select(column => Share(column.Soft))]);
        Line("perfect files", ["", "", Of(score.All.PerfectFiles, score.All.Files), "", "", .. score.ByFormat.Select(column => Of(column.PerfectFiles, column.Files))]);
        Line("perfect reports", ["", "", Of(score.All.PerfectReports, score.All.Reports), "", "", .. score.ByFormat.Select(column => Of(column.PerfectReports, column.Reports))]);
        foreach (var file in score.Files.Where(file => file.Failure is not null))
            Write($"failed {file.Case}/{file.Name}: {file.Failure}");
        Misses(misses);
        Write(string.Create(CultureInfo.InvariantCulture,
            $"overall {score.All.Strict ?? 0:0.0000} strict, {score.All.Soft ?? 0:0.0000} soft, over {score.All.Files} files, {score.All.Failures} failed"));
    }

    private void Misses(int most)
    {
        var all = score.Files.SelectMany(file => file.Reports.SelectMany(report => report.Misses.Select(miss => (file, report, miss))));
        foreach (var (file, report, miss) in all.Take(most))
        {
            var part = file.Reports.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" part {report.Part}");
            var place = miss.Place is { } read ? $" ({read.Location})" : "";
            Write($"miss {file.Case}/{file.Name}{part} {miss.Field}{(miss.Item is { } row ? $" [{row}]" : "")} | wanted {Shown(miss.Wanted)} | got {Shown(miss.Got)}{place}");
        }
    }

    private void Line(string name, IEnumerable<string> cells) => Write((name.PadRight(NameWidth) + string.Concat(cells.Select(cell => cell.PadLeft(Width)))).TrimEnd());

    private void Write(string line) => output.Write(line + "\n");

    private static string Share(double? share) => share?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    private static string Of(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some}/{all}");

    private static string Shown(string? value) => value is null ? "nothing" : $"“{value.ReplaceLineEndings(" ")}”";
}
