using System.Text.Json;
using PerfEval.Parsing.Evaluation;

namespace PerfEval.Parsing.Cli.Evaluating;

/// <summary>What files gave in an earlier parse, found by the files' paths: the whole path, else the last two names of it where only one source has them.</summary>
internal sealed class KeptFiles : IDisposable
{
    private readonly KeptReports _reports;
    private readonly ILookup<string, KeptReport> _byPath;
    private readonly ILookup<string, string> _byLastNames;

    public KeptFiles(string path)
    {
        _reports = KeptReports.Open(path);
        _byPath = _reports.Entries.ToLookup(entry => entry.Path.Length == 0 ? "" : Path.GetFullPath(entry.Path), StringComparer.Ordinal);
        _byLastNames = _byPath.Select(source => source.Key).ToLookup(LastNames, StringComparer.Ordinal);
    }

    public FileScore Score(GoldCase gold, string path)
    {
        KeptReport[] entries = [.. Entries(Path.GetFullPath(path))];
        if (entries.Length == 0)
            return gold.ScoreFailure(path, "there is no line of this file");
        if (entries[0].Failure is { } failure)
            return gold.ScoreFailure(path, failure);
        return gold.Score(path, (JsonElement[])[.. entries.Select(_reports.Read)]);
    }

    public void Dispose() => _reports.Dispose();

    private IEnumerable<KeptReport> Entries(string path)
    {
        if (_byPath.Contains(path))
            return _byPath[path];
        // A corpus that was moved keeps its folders.
        string[] alike = [.. _byLastNames[LastNames(path)]];
        return alike.Length == 1 ? _byPath[alike[0]] : [];
    }

    private static string LastNames(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";
}
