namespace PerfEval.Parsing.Cli.Evaluating;

/// <summary>What <c>perfeval eval</c> and <c>perfeval diff</c> tell the shell besides <see cref="ExitCode"/>.</summary>
internal static class EvaluationExitCode
{
    /// <summary>The corpus, the gold or the kept reports cannot be used.</summary>
    public const int Unusable = 3;

    /// <summary>The figures are below <c>--min</c>, or there is a difference that <c>--fail-on</c> names.</summary>
    public const int Findings = 4;

    /// <summary>The codes of eval, as help prints them.</summary>
    public const string OfEval = """
        Exit codes:
          0    judged, and the overall F1 reaches --min
          1    the command line is wrong, or the output cannot be written
          3    there is no gold, the gold has a mistake, or --parsed holds no reports
          4    judged, but the overall F1 is below --min
          130  cancelled (Ctrl-C)
        """;

    /// <summary>The codes of diff, as help prints them.</summary>
    public const string OfDiff = """
        Exit codes:
          0    compared, and nothing of what --fail-on names was found
          1    the command line is wrong, or the output cannot be written
          3    OLD or NEW cannot be read, or holds something else than reports
          4    compared, and something of what --fail-on names was found
          130  cancelled (Ctrl-C)
        """;
}
