namespace PerfEval.Parsing.BenchmarkDocuments;

/// <summary>A document to measure on.</summary>
/// <param name="Name">Its name with the extension.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record BenchmarkFile(string Name, ReadOnlyMemory<byte> Bytes);
