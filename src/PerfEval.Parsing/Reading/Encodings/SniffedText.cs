namespace PerfEval.Parsing.Reading.Encodings;

/// <summary>A text that was decoded to tell its format.</summary>
/// <param name="Bytes">The bytes; whoever decodes others gets nothing from here.</param>
/// <param name="Text">The text.</param>
internal sealed record SniffedText(ReadOnlyMemory<byte> Bytes, DecodedText Text);
