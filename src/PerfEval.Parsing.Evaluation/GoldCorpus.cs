namespace PerfEval.Parsing.Evaluation;

/// <summary>
/// Documents of which somebody wrote down what they say: a directory with a folder for each, which holds <c>gold.json</c> and beside it the same document in any
/// number of formats. docs/evaluation.md describes the format of the gold and how each field is judged.
/// </summary>
public sealed class GoldCorpus
{
    /// <summary>The name of the file that holds the gold.</summary>
    public const string FileName = "gold.json";

    private GoldCorpus(IReadOnlyList<GoldCase> cases) => Cases = cases;

    /// <summary>The folders with gold, in ordinal order of their names.</summary>
    public IReadOnlyList<GoldCase> Cases { get; }

    /// <summary>Reads and checks the gold of a corpus.</summary>
    /// <param name="directory">The corpus, or one of its folders.</param>
    /// <returns>The corpus; its documents are not read.</returns>
    /// <exception cref="ArgumentException"><paramref name="directory"/> is null or empty.</exception>
    /// <exception cref="GoldException">There is no gold, or it has a mistake.</exception>
    public static GoldCorpus Open(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (!Directory.Exists(directory))
            throw new GoldException(directory, null, "there is no such directory");
        GoldCase[] cases = File.Exists(Path.Combine(directory, FileName))
            ? [GoldCase.Open(Path.TrimEndingDirectorySeparator(directory))!]
            : [.. Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal).Select(GoldCase.Open).OfType<GoldCase>()];
        return cases.Length > 0 ? new GoldCorpus(cases) : throw new GoldException(directory, null, $"there is no gold: no folder in it holds a {FileName}");
    }
}
