using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary>What <c>perfeval convert</c> was asked to do.</summary>
internal sealed record ConvertSettings
{
    /// <summary>Files, directories and <c>-</c>, as given.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>A file, a directory or <c>-</c>.</summary>
    public required string Output { get; init; }

    /// <summary>The format to write.</summary>
    public required string Format { get; init; }

    /// <summary>Passwords to try on protected files.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>Packs of words to read by.</summary>
    public IReadOnlyList<VocabularyPack> Vocabulary { get; init; } = [];

    /// <summary>The font file for PDF; <see langword="null"/> for an installed one.</summary>
    public string? Font { get; init; }

    /// <summary>Whether the results go to standard output.</summary>
    public bool ToStandardOutput => Output == InputFile.StandardInput;

    /// <summary>Whether <see cref="Output"/> is a directory: one that exists, or a name that says so.</summary>
    public bool ToDirectory => Path.EndsInDirectorySeparator(Output) || Directory.Exists(Output);

    /// <summary>The format that a path's extension names; <see langword="null"/> where it names none.</summary>
    public static string? FormatOf(string path) =>
        ReportWriters.Formats.FirstOrDefault(format => Path.GetExtension(path).Equals("." + format, StringComparison.OrdinalIgnoreCase));
}
