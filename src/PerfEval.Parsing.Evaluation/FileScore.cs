using PerfEval.Parsing.Evaluation.Judging;

namespace PerfEval.Parsing.Evaluation;

/// <summary>How well one file was read.</summary>
/// <param name="Case">The folder of the corpus.</param>
/// <param name="Path">The file's path.</param>
/// <param name="Reports">A score for each report of the gold; one that was not read has missed everything.</param>
public sealed record FileScore(string Case, string Path, IReadOnlyList<ReportScore> Reports)
{
    /// <summary>A score for each report of the gold; one that was not read has missed everything.</summary>
    public IReadOnlyList<ReportScore> Reports { get; init => field = ValueList.From(value); } = ValueList.From(Reports);

    /// <summary>The file's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The name's extension in lower case, without its point.</summary>
    public string Format => System.IO.Path.GetExtension(Name).TrimStart('.').ToLowerInvariant();

    /// <summary>How many reports the file gave, against how many the gold has.</summary>
    public required MatchCount ReportsPerFile { get; init; }

    /// <summary>Why nothing was read; <see langword="null"/> where something was.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether everything judged is right, and the file gave as many reports as it should.</summary>
    public bool IsPerfect => ReportsPerFile.IsPerfect && Reports.All(report => report.IsPerfect);

    /// <summary>One score for each field over all reports of the file, in the fields' order.</summary>
    public IReadOnlyList<FieldScore> Fields =>
        ScoreMeans.Added(Reports.SelectMany(report => report.Fields).Prepend(new FieldScore(ReportJudge.ReportsPerFile, ReportsPerFile, ReportsPerFile)));
}
