using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.DependencyInjection;

/// <summary>
/// How the parser of a host parses. It is read once, when the parser is made: at the start of the host, which does not start with a value that is impossible. What
/// is changed later has no effect.
/// </summary>
public sealed class PerfEvalParsingOptions
{
    /// <summary>What one document may cost; <c>options.Limits = options.Limits with { MaxDuration = TimeSpan.FromSeconds(30) }</c>.</summary>
    public ParseLimits Limits { get; set; } = ParseLimits.Default;

    /// <summary>Passwords to try on protected files, besides the empty one. They are in no message and no log.</summary>
    public IList<string> Passwords { get; } = [];

    /// <summary>Words besides the library's own, the last one winning; the configuration names files of packs.</summary>
    public IList<VocabularyPack> Vocabulary { get; } = [];

    /// <summary>What the configuration says that cannot be meant; each names its key.</summary>
    internal List<string> Faults { get; } = [];
}
