using System.Text;
using PerfEval.Parsing.Ingestion.Inputs.Rules;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>A root that is a pattern: the directory before its first wildcard, and what has to fit below it.</summary>
/// <param name="Base">The directory's bytes; none for the current directory.</param>
/// <param name="Glob">The pattern below it.</param>
internal sealed record RootPattern(byte[] Base, Glob Glob)
{
    /// <summary>Reads a pattern; <see langword="null"/> for a path, and for a pattern that is wrongly written: there is no file of that name then.</summary>
    public static RootPattern? TryParse(ReadOnlySpan<byte> root)
    {
        var wildcard = root.IndexOfAny("*?[{"u8);
        if (wildcard < 0)
            return null;
        var slash = root[..wildcard].LastIndexOf((byte)'/');
        var directory = slash < 0 ? [] : slash == 0 ? "/"u8 : root[..slash];
        try
        {
            // With a slash in front: the pattern begins at that directory and not at any depth.
            return new RootPattern(directory.ToArray(), Glob.Parse($"/{Encoding.UTF8.GetString(root[(slash + 1)..])}"));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
