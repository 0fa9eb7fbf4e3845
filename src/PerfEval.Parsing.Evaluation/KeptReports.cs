using System.Text.Json;
using PerfEval.Parsing.Evaluation.Keeping;

namespace PerfEval.Parsing.Evaluation;

/// <summary>
/// What <c>perfeval parse</c> wrote: a <c>.jsonl</c> file, a <c>.json</c> file, or a directory of both. Only where each report stands is held in memory, about 300
/// bytes for each; the reports are read from the disk one by one. Many threads may read at once.
/// </summary>
public sealed class KeptReports : IDisposable
{
    private readonly List<KeptFile> _files = [];
    private readonly List<KeptReport> _entries = [];

    private KeptReports()
    {
    }

    /// <summary>The reports and failures in the order in which they are kept; those of a directory in ordinal order of the files' paths.</summary>
    public IReadOnlyList<KeptReport> Entries => _entries;

    /// <summary>Opens a file or directory and notes what is in it.</summary>
    /// <param name="path">The file or directory.</param>
    /// <returns>The reports.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="KeptReportException">There is nothing there, or a file holds something else.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static KeptReports Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var kept = new KeptReports();
        try
        {
            foreach (var file in Files(path))
                kept.Add(file);
            return kept;
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    /// <summary>Reads one report's JSON.</summary>
    /// <param name="entry">One of <see cref="Entries"/>.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    /// <exception cref="KeptReportException">It is damaged.</exception>
    public JsonElement Read(KeptReport entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _files[entry.File].Read(entry.Offset, entry.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => _files.ForEach(file => file.Dispose());

    private static string[] Files(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new KeptReportException(path, "there is no such file or directory");
        string[] files = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".json" or ".jsonl" or ".ndjson").Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new KeptReportException(path, "the directory holds no .json and no .jsonl file");
    }

    private void Add(string path)
    {
        var file = new KeptFile(path);
        _files.Add(file);
        foreach (var (offset, length, head) in file.Objects())
            _entries.Add(new KeptReport(_files.Count - 1, offset, length) { Path = head.Path ?? "", Sha256 = head.Sha256, Part = head.Part ?? 1, Failure = head.Failure });
    }
}
