using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing;

/// <summary>Why no document could be had from an input, as a value; <see cref="UnreadableDocumentException"/> says the same by throwing.</summary>
/// <param name="Reason">The reason, of a closed list.</param>
/// <param name="Message">What is wrong and what the caller can do about it, in English; it quotes nothing of the document.</param>
public sealed record ParseFailure(UnreadableReason Reason, string Message);
