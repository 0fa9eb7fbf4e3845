namespace PerfEval.Parsing.Calibration;

/// <summary>A value, or a candidate for one, and whether it is right.</summary>
/// <param name="Document">The document, whatever the format of the file.</param>
/// <param name="Pointer">The field.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Confidence">The value's confidence, or the candidate's strength.</param>
/// <param name="IsRight">Whether it is the value that is known.</param>
/// <param name="IsTaken">Whether it is a value of the report; else it is a candidate, taken or not.</param>
internal sealed record Judgement(string Document, string Pointer, string Rule, double Confidence, bool IsRight, bool IsTaken);
