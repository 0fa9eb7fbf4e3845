using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>Compares the content of reports: everything but source, evidence and diagnostics.</summary>
internal static class SameContent
{
    private static readonly JsonReportWriter Json = new();

    /// <summary>Fails, naming the first difference, where two reports do not say the same.</summary>
    public static void Verify(PerformanceReport expected, PerformanceReport actual)
    {
        var (a, b) = (Lines(expected), Lines(actual));
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
            if (i >= a.Length || i >= b.Length || a[i] != b[i])
                Assert.Fail($"Line {i}: expected {Around(a, i)}\nbut was {Around(b, i)}");
    }

    private static string[] Lines(PerformanceReport report) => Json.Write(report with { Source = new(), Evidence = [], Diagnostics = [] }).Split('\n');

    private static string Around(string[] lines, int index) => string.Join('\n', lines.Skip(Math.Max(0, index - 3)).Take(6));
}
