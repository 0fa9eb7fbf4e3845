namespace PerfEval.Parsing.Cli;

/// <summary>What the process tells the shell. The numbers are part of the command line's contract: help and README list them.</summary>
internal static class ExitCode
{
    /// <summary>Every input was parsed.</summary>
    public const int Success = 0;

    /// <summary>The command line is wrong, or the output cannot be written.</summary>
    public const int Usage = 1;

    /// <summary>Some inputs could not be parsed.</summary>
    public const int SomeUnreadable = 2;

    /// <summary>No input could be parsed, or there was none.</summary>
    public const int NoneReadable = 3;

    /// <summary>Every input was parsed, but <c>--fail-on</c> asked to fail on what was found.</summary>
    public const int Findings = 4;

    /// <summary>The run was cancelled; 128 + SIGINT, as shells expect.</summary>
    public const int Cancelled = 130;

    /// <summary>The list for commands that read many files, as help prints it.</summary>
    public const string OfFiles = """
        Exit codes:
          0    every input was parsed
          1    the command line is wrong, or the output cannot be written
          2    some inputs could not be parsed; each has an error object in the output
          3    no input could be parsed, or there was none
          4    every input was parsed, but a diagnostic reached --fail-on
          130  cancelled (Ctrl-C)
        """;

    /// <summary>The list for commands that read one file.</summary>
    public const string OfOneFile = """
        Exit codes:
          0    done
          1    the command line is wrong, or the output cannot be written
          3    the file could not be parsed
          130  cancelled (Ctrl-C)
        """;

    /// <summary>What is true of every command.</summary>
    public const string OfAll = """
        Exit codes:
          0    done
          1    the command line is wrong, or the output cannot be written
          The help of each command lists its own.
        """;
}
