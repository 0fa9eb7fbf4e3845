using PerfEval.Parsing.Evaluation.Writing;

namespace PerfEval.Parsing.Evaluation;

/// <summary>How well a corpus was read: in all, by format, by file name, by file.</summary>
public sealed class CorpusScore
{
    /// <summary>Puts the scores of files together.</summary>
    /// <param name="files">The scores, in the order in which they are to be listed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="files"/> is null.</exception>
    public CorpusScore(IReadOnlyList<FileScore> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        Files = [.. files];
        All = new ScoreColumn("all", Files);
        ByFormat = Columns(file => file.Format);
        ByFileName = Columns(file => file.Name);
    }

    /// <summary>The files.</summary>
    public IReadOnlyList<FileScore> Files { get; }

    /// <summary>All files together.</summary>
    public ScoreColumn All { get; }

    /// <summary>The files of each extension, in ordinal order.</summary>
    public IReadOnlyList<ScoreColumn> ByFormat { get; }

    /// <summary>The files of each name, in ordinal order: where a corpus names its files alike, each name is a way of making documents.</summary>
    public IReadOnlyList<ScoreColumn> ByFileName { get; }

    /// <summary>Writes the figures as a table for people.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="misses">How many misses are listed below it.</param>
    /// <exception cref="ArgumentException"><paramref name="output"/> is null, or <paramref name="misses"/> is negative.</exception>
    public void WriteText(TextWriter output, int misses = 0)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfNegative(misses);
        new ScoreTable(this, output).Write(misses);
    }

    /// <summary>Writes everything as one JSON object, indented, UTF-8; docs/evaluation.md describes it.</summary>
    /// <param name="output">Where it goes; it is not closed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public void WriteJson(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ScoreJson.Write(this, output);
    }

    /// <summary>Writes everything as one web page that needs no network.</summary>
    /// <param name="output">Where it goes; it is not closed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public void WriteHtml(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ScorePage.Write(this, output);
    }

    private ScoreColumn[] Columns(Func<FileScore, string> name) =>
        [.. Files.GroupBy(name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new ScoreColumn(group.Key, [.. group]))];
}
