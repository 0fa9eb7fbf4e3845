namespace PerfEval.Parsing.Evaluation;

/// <summary>A corpus that cannot be judged by: no gold in it, or gold with a mistake.</summary>
public sealed class GoldException : Exception
{
    internal GoldException(string path, string? pointer, string what, Exception? inner = null)
        : base(pointer is null ? $"{path}: {what}" : $"{path}#{pointer}: {what}", inner) =>
        (Path, Pointer) = (path, pointer);

    /// <summary>The file, or the folder of the corpus.</summary>
    public string Path { get; }

    /// <summary>The mistake's place as a JSON Pointer; <see langword="null"/> where the file is no JSON or is not there.</summary>
    public string? Pointer { get; }
}
