namespace PerfEval.Parsing.Evaluation;

/// <summary>Where a value was read, as the parsed report's evidence says.</summary>
/// <param name="Text">The words that it was read from, at most 80 characters of them.</param>
/// <param name="Location">The place in the file's own terms: <c>page 3</c>, <c>line 40</c>, <c>word/document.xml#12, row 2, column 3</c>.</param>
public sealed record ReadPlace(string Text, string Location);
