using PerfEval.Parsing.Cli.Outputs;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary>What <c>perfeval parse</c> was asked to do.</summary>
internal sealed record ParseSettings
{
    /// <summary>Files, directories and <c>-</c>, as given.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The form that was asked for; <see langword="null"/> where the inputs decide.</summary>
    public OutputLayout? Layout { get; init; }

    /// <summary>A file or a directory; <see langword="null"/> for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>Whether <see cref="Output"/> is a directory: one that exists, or a name that says so.</summary>
    public bool OneFileEach => Output is { } path && (Path.EndsInDirectorySeparator(path) || Directory.Exists(path));

    /// <summary>How many files are parsed at once.</summary>
    public required int Jobs { get; init; }

    /// <summary>Passwords to try on protected files.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>Packs of words to read by.</summary>
    public IReadOnlyList<VocabularyPack> Vocabulary { get; init; } = [];

    /// <summary>The severity from which a diagnostic fails the run; <see langword="null"/> for never.</summary>
    public DiagnosticSeverity? FailOn { get; init; }
}
