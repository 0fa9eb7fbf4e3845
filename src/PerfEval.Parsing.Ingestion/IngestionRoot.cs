using PerfEval.Parsing.Ingestion.Inputs;

namespace PerfEval.Parsing.Ingestion;

/// <summary>
/// Where ingestion begins: a directory, a file, a zip archive, or a pattern (<c>archive/2023*/**/*.docx</c>) where nothing lies under the text as it stands.
/// A path is bytes, which on Linux need not be text: names in GBK are given with <see cref="FromBytes"/>.
/// </summary>
public sealed class IngestionRoot
{
    private IngestionRoot(ReadOnlyMemory<byte> rawPath) => RawPath = rawPath;

    /// <summary>The path's bytes.</summary>
    public ReadOnlyMemory<byte> RawPath { get; }

    /// <summary>A root of a path or pattern in text; the same as the conversion.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="ArgumentException">It is null or empty or holds a zero character.</exception>
    public static implicit operator IngestionRoot(string path) => FromString(path);

    /// <summary>A root of a path or pattern in text.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The root.</returns>
    /// <exception cref="ArgumentException">It is null or empty or holds a zero character.</exception>
    public static IngestionRoot FromString(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return FromBytes(RawNames.ToBytes(path));
    }

    /// <summary>A root of a path's bytes.</summary>
    /// <param name="path">The bytes as the system has them; on Windows and macOS, UTF-8.</param>
    /// <returns>The root.</returns>
    /// <exception cref="ArgumentException">There are none, or there is a zero among them.</exception>
    public static IngestionRoot FromBytes(ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty)
            throw new ArgumentException("A path has at least one byte.", nameof(path));
        if (path.Contains((byte)0))
            throw new ArgumentException("A path holds no zero.", nameof(path));
        return new IngestionRoot(path.ToArray());
    }

    /// <summary>Roots of a list of paths, as <c>find</c> prints one, read as it comes. Empty lines are no paths.</summary>
    /// <param name="list">The list.</param>
    /// <param name="nul">Whether paths end with a zero byte (<c>-print0</c>) rather than with the line.</param>
    /// <returns>The roots in the order of the list.</returns>
    /// <exception cref="InvalidDataException">A list of lines holds a zero byte: it is no list of lines.</exception>
    public static IEnumerable<IngestionRoot> ReadList(Stream list, bool nul = false)
    {
        ArgumentNullException.ThrowIfNull(list);
        return PathList.Read(list, nul);
    }

    /// <summary>The path to read.</summary>
    public override string ToString() => RawNames.ToDisplay(RawPath.Span);
}
