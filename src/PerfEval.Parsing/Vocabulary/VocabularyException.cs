namespace PerfEval.Parsing.Vocabulary;

/// <summary>A pack of words is not what it must be: it is no JSON, names something that there is not, or gives a word two meanings.</summary>
public sealed class VocabularyException : FormatException
{
    internal VocabularyException(string? file, string pointer, string what, Exception? inner = null)
        : base($"{file ?? "The vocabulary pack"}{(pointer.Length > 0 ? " at " + pointer : "")}: {what}.", inner) =>
        (File, Pointer) = (file, pointer);

    /// <summary>The pack's file; <see langword="null"/> where it was not loaded from one.</summary>
    public string? File { get; }

    /// <summary>The place in the pack, a JSON Pointer; empty for the whole.</summary>
    public string Pointer { get; }
}
