namespace PerfEval.Parsing.BenchmarkDocuments;

/// <summary>A piece of an invented report before it has a format.</summary>
public abstract record PaperBlock;

/// <summary>A heading.</summary>
/// <param name="Level">0 for the title, 1 for a chapter.</param>
/// <param name="Text">With its number.</param>
public sealed record PaperHeading(int Level, string Text) : PaperBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">One line.</param>
public sealed record PaperParagraph(string Text) : PaperBlock;

/// <summary>A table.</summary>
/// <param name="Rows">The head first; all of one length.</param>
public sealed record PaperTable(IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock;
