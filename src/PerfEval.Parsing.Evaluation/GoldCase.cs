using System.Text;
using System.Text.Json;
using PerfEval.Parsing.Evaluation.Gold;
using PerfEval.Parsing.Evaluation.Judging;
using PerfEval.Parsing.Evaluation.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Evaluation;

/// <summary>One folder of a corpus: what a document says, and the files that all say it. Immutable; many threads may score with it at once.</summary>
public sealed class GoldCase
{
    private readonly IReadOnlyList<JsonElement> _parts;

    private GoldCase(string name, IReadOnlyList<string> files, IReadOnlyList<JsonElement> parts) => (Name, Files, _parts) = (name, files, parts);

    /// <summary>The folder's name.</summary>
    public string Name { get; }

    /// <summary>The files' paths, in ordinal order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>How many reports each file should give.</summary>
    public int Parts => _parts.Count;

    /// <summary>Scores what a file gave.</summary>
    /// <param name="path">The file, one of <see cref="Files"/>.</param>
    /// <param name="reports">Its reports in order.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public FileScore Score(string path, IReadOnlyList<PerformanceReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var writer = new JsonReportWriter(indented: false);
        return Score(path, [.. reports.Select(report => JsonElement.Parse(Encoding.UTF8.GetBytes(writer.Write(report))))]);
    }

    /// <summary>Scores what a file gave before, from the JSON that was kept of it.</summary>
    /// <param name="path">The file, one of <see cref="Files"/>.</param>
    /// <param name="reports">Its reports' JSON in order.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public FileScore Score(string path, IReadOnlyList<JsonElement> reports)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(reports);
        return new FileScore(Name, path, [.. _parts.Select((gold, i) => ReportJudge.Judge(gold, i < reports.Count ? reports[i] : JsonMembers.Empty, i + 1))])
        {
            ReportsPerFile = new MatchCount(Math.Min(Parts, reports.Count), Math.Max(0, reports.Count - Parts), Math.Max(0, Parts - reports.Count)),
        };
    }

    /// <summary>Scores a file that gave nothing: everything is missed.</summary>
    /// <param name="path">The file, one of <see cref="Files"/>.</param>
    /// <param name="failure">Why it gave nothing.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public FileScore ScoreFailure(string path, string failure)
    {
        ArgumentException.ThrowIfNullOrEmpty(failure);
        return Score(path, Array.Empty<JsonElement>()) with { Failure = failure };
    }

    /// <summary>The case in a folder; <see langword="null"/> where it holds no gold.</summary>
    internal static GoldCase? Open(string folder)
    {
        var path = Path.Combine(folder, GoldCorpus.FileName);
        if (!File.Exists(path))
            return null;
        string[] files = [.. Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != GoldCorpus.FileName).Order(StringComparer.Ordinal)];
        return new GoldCase(Path.GetFileName(folder), files, new GoldCheck(path).Parts(Read(path)));
    }

    private static JsonElement Read(string path)
    {
        try
        {
            // Editors like to put a byte-order mark before JSON, which JSON does not know.
            var bytes = File.ReadAllBytes(path).AsSpan();
            return JsonElement.Parse(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes);
        }
        catch (JsonException e)
        {
            throw new GoldException(path, null, $"this is no JSON: {e.Message}", e);
        }
    }
}
