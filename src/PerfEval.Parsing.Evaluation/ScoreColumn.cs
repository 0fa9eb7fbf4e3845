using PerfEval.Parsing.Evaluation.Judging;

namespace PerfEval.Parsing.Evaluation;

/// <summary>The figures of all files, or of those of one format or one name.</summary>
public sealed class ScoreColumn
{
    internal ScoreColumn(string name, IReadOnlyList<FileScore> files)
    {
        Name = name;
        Files = files.Count;
        PerfectFiles = files.Count(file => file.IsPerfect);
        Reports = files.Sum(file => file.Reports.Count);
        PerfectReports = files.Sum(file => file.Reports.Count(report => report.IsPerfect));
        Failures = files.Count(file => file.Failure is not null);
        Fields = ScoreMeans.Added(files.SelectMany(file => file.Fields));
        Strict = ScoreMeans.OfFields(Fields, field => field.Strict);
        Soft = ScoreMeans.OfFields(Fields, field => field.Soft);
    }

    /// <summary><c>all</c>, a format (<c>docx</c>) or a file name (<c>styled.docx</c>).</summary>
    public string Name { get; }

    /// <summary>How many files were judged.</summary>
    public int Files { get; }

    /// <summary>How many of them were read without a miss.</summary>
    public int PerfectFiles { get; }

    /// <summary>How many reports the gold has of these files.</summary>
    public int Reports { get; }

    /// <summary>How many of them were read without a miss.</summary>
    public int PerfectReports { get; }

    /// <summary>How many files gave nothing.</summary>
    public int Failures { get; }

    /// <summary>One score for each field that was judged, in the fields' order.</summary>
    public IReadOnlyList<FieldScore> Fields { get; }

    /// <summary>The mean of the fields' F1, strictly; <see langword="null"/> where nothing was judged.</summary>
    public double? Strict { get; }

    /// <summary>The mean of the fields' F1, softly; <see langword="null"/> where nothing was judged.</summary>
    public double? Soft { get; }
}
