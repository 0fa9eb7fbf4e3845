namespace PerfEval.Parsing.BenchmarkDocuments;

/// <summary>How long the reports are that the goals speak of, in pages of a Word file.</summary>
public static class BenchmarkLength
{
    /// <summary>2,000 characters.</summary>
    public const int Small = 3;

    /// <summary>15,000 characters, about 30 pages of a PDF, 40 indicators.</summary>
    public const int Medium = 20;

    /// <summary>150,000 characters.</summary>
    public const int Large = 200;

    /// <summary>300,000 characters.</summary>
    public const int Huge = 400;
}
