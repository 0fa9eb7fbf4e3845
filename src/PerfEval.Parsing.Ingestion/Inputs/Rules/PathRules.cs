using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs.Rules;

/// <summary>Which paths are left out, and by which rule.</summary>
internal sealed class PathRules
{
    private readonly List<Glob> _include;
    private readonly List<Glob> _exclude;
    private readonly IngestionOptions _options;

    /// <exception cref="ArgumentException">A pattern cannot be read.</exception>
    public PathRules(IngestionOptions options)
    {
        _options = options;
        _include = [.. options.Include.Select(Glob.Parse)];
        _exclude = [.. options.Exclude.Select(Glob.Parse)];
    }

    /// <summary>The rule that leaves a path out; <see langword="null"/> for one to be ingested.</summary>
    /// <param name="path">The path to read, below the root.</param>
    /// <param name="mayHoldOthers">It is a directory or an archive: what is included may lie within it.</param>
    public (IngestionReason Reason, string Detail)? LeavesOut(string path, bool mayHoldOthers)
    {
        if (SystemFiles.OriginOf(path) is { } origin)
            return (IngestionReason.SystemFile, origin);
        var excluded = _exclude.FindIndex(glob => glob.Fits(path));
        if (excluded >= 0)
            return (IngestionReason.Excluded, $"It fits the excluded {_options.Exclude[excluded]}.");
        return mayHoldOthers || _include.Count == 0 || _include.Exists(glob => glob.Fits(path))
            ? null
            : (IngestionReason.Excluded, "It fits none of the included patterns.");
    }
}
