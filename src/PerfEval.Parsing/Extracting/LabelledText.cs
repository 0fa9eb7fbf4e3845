using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Extracting;

/// <summary>A value that stands behind its label: <c>项目编码：520123</c>, or in the form's cell next to that of the label.</summary>
/// <param name="Label">The label as printed, without its colon.</param>
/// <param name="Text">The value as printed, without white space and punctuation around it; never empty.</param>
/// <param name="Span">Where the value stands.</param>
/// <param name="LabelSpan">Where the label stands.</param>
/// <param name="InTable">Whether both stand in a table.</param>
public sealed record LabelledText(string Label, string Text, SourceSpan Span, SourceSpan LabelSpan, bool InTable);
