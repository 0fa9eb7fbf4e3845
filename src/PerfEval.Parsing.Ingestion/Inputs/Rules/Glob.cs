using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Ingestion.Inputs.Rules;

/// <summary>
/// A pattern for paths below a root: <c>*</c> and <c>?</c> within a name, <c>**</c> across names, <c>[a-z]</c>, <c>[!a-z]</c>, <c>{a,b}</c>. Without a slash it fits a name at any depth;
/// a slash in front ties it to the root. What fits a directory fits all below it. Upper and lower case are the same: <c>.DOCX</c> is <c>.docx</c>.
/// </summary>
internal sealed class Glob
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline;
    private readonly Regex _whole;
    private readonly Regex[] _directories;

    private Glob(Regex whole, Regex[] directories) => (_whole, _directories) = (whole, directories);

    /// <exception cref="ArgumentException">A bracket or brace is not closed.</exception>
    public static Glob Parse(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var trimmed = pattern.TrimEnd('/');
        var anchored = trimmed.Contains('/', StringComparison.Ordinal) ? trimmed.TrimStart('/') : $"**/{trimmed}";
        var whole = Compile(anchored);
        return new Glob(whole, [.. Directories(anchored).Select(Compile)]);
    }

    /// <summary>Whether the path or a directory above it fits.</summary>
    public bool Fits(string path)
    {
        if (_whole.IsMatch(path))
            return true;
        for (var at = path.IndexOf('/', StringComparison.Ordinal); at >= 0; at = path.IndexOf('/', at + 1))
            if (_whole.IsMatch(path.AsSpan(0, at)) || (at > 0 && path[at - 1] == '!' && _whole.IsMatch(path.AsSpan(0, at - 1))))
                return true;
        return false;
    }

    /// <summary>Whether something below a directory may fit. The directory's parent must have been asked before.</summary>
    public bool MayFitBelow(string directory)
    {
        var depth = directory.AsSpan().Count('/');
        return depth >= _directories.Length || _directories[depth].IsMatch(directory);
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex($"^{new GlobTranslation(pattern).Translate()}$", Options);
        }
        catch (RegexParseException e)
        {
            throw new ArgumentException($"The pattern {pattern} cannot be read.", nameof(pattern), e);
        }
    }

    /// <summary>The patterns that directories of depth 1, 2, … have to fit: up to where the pattern no longer tells depths apart.</summary>
    private static IEnumerable<string> Directories(string pattern)
    {
        if (pattern.Contains('{', StringComparison.Ordinal))
            yield break;
        for (var at = 0; at >= 0 && at < pattern.Length;)
        {
            var next = pattern.IndexOf('/', at);
            var end = next < 0 ? pattern.Length : next;
            if (pattern.AsSpan(at, end - at).Contains("**", StringComparison.Ordinal))
                yield break;
            yield return pattern[..end];
            at = next < 0 ? -1 : next + 1;
        }
    }
}
