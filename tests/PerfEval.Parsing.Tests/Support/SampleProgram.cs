using System.Diagnostics;
using System.Text;
using Xunit;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>Runs a sample that the tests were built with, as its user would.</summary>
internal static class SampleProgram
{
    /// <summary>What the sample prints; it must end well.</summary>
    /// <param name="name">The sample's project.</param>
    /// <param name="arguments">Its arguments.</param>
    public static string Run(string name, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in (IEnumerable<string>)["exec", Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments])
            start.ArgumentList.Add(argument);
        using var sample = Process.Start(start)!;
        var printed = sample.StandardOutput.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
        sample.WaitForExit();
        Assert.Equal(0, sample.ExitCode);
        return printed;
    }
}
