using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Cli.Evaluating;

/// <summary>What <c>perfeval eval</c> was asked to do.</summary>
internal sealed record EvalSettings
{
    /// <summary>The directory with gold.</summary>
    public required string Corpus { get; init; }

    /// <summary>Reports parsed before; <see langword="null"/> to parse now.</summary>
    public string? Parsed { get; init; }

    /// <summary>The extensions to judge; empty for all.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>How many misses the text lists.</summary>
    public int Misses { get; init; }

    /// <summary>The strict F1 below which the run fails; <see langword="null"/> for none.</summary>
    public double? Least { get; init; }

    /// <summary><c>text</c>, <c>json</c> or <c>html</c>.</summary>
    public required string Layout { get; init; }

    /// <summary>The file to write; <see langword="null"/> for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>How many files are parsed at once.</summary>
    public required int Jobs { get; init; }

    /// <summary>Passwords to try on protected files.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>Words to read by besides the library's own.</summary>
    public IReadOnlyList<VocabularyPack> Vocabulary { get; init; } = [];
}
