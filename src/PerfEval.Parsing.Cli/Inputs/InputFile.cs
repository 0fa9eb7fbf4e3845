namespace PerfEval.Parsing.Cli.Inputs;

/// <summary>One thing to parse.</summary>
/// <param name="Path">The path as the user gave it; for a file found in a directory, that directory's path and the way down.</param>
/// <param name="Name">The path without the directory that was given: what an output directory calls it.</param>
internal sealed record InputFile(string Path, string Name)
{
    /// <summary>The argument that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Whether it was found in a directory rather than named by the user.</summary>
    public bool Found { get; init; }

    /// <summary>Why it could not even be listed (a directory without permission); <see langword="null"/> for all others.</summary>
    public string? ListingError { get; init; }
}
