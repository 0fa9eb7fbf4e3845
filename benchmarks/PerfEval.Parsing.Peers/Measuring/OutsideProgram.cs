using System.Diagnostics;

namespace PerfEval.Parsing.Peers.Measuring;

/// <summary>What a whole process cost.</summary>
/// <param name="Cpu">User and system time, its children's included.</param>
/// <param name="Wall">From start to end.</param>
/// <param name="Output">What it printed.</param>
internal sealed record ProcessCost(TimeSpan Cpu, TimeSpan Wall, string Output);

/// <summary>A program of the machine.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Its file.</param>
/// <param name="First">Arguments that come first.</param>
internal sealed record OutsideProgram(string Name, string Path, params string[] First)
{
    /// <summary>The program of that name on the PATH; <see langword="null"/> where there is none.</summary>
    public static OutsideProgram? Find(string name, params string[] first) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => System.IO.Path.Join(directory, name)).Where(File.Exists).Select(path => new OutsideProgram(name, path, first)).FirstOrDefault();

    /// <summary>This program itself, for what needs a process of its own.</summary>
    public static OutsideProgram Self(params string[] first) =>
        new("peers", Environment.ProcessPath ?? throw new InvalidOperationException("This process does not know its own file."), first);

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public ProcessCost Run(params IEnumerable<string> arguments)
    {
        var (cpu, start) = (ChildTimes.Total, Stopwatch.GetTimestamp());
        using var process = Start(arguments);
        // Both pipes are emptied, or a talkative program would wait for ever.
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Name} ended with {process.ExitCode}: {errors.Result}");
        return new ProcessCost(ChildTimes.Total - cpu, Stopwatch.GetElapsedTime(start), output);
    }

    /// <summary>The first line that it prints when asked for its version, wherever it prints it.</summary>
    public string Version(string argument)
    {
        using var process = Start([argument]);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output + errors.Result).Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? Name;
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path, [.. First, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start) ?? throw new InvalidOperationException($"{Name} did not start.");
    }
}
