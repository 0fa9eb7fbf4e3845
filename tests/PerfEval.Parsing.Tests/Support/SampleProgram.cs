namespace PerfEval.Parsing.Tests.Support;

/// <summary>Runs a sample that the tests were built with, as its user would.</summary>
internal static class SampleProgram
{
    /// <summary>What the sample prints; it must end well.</summary>
    /// <param name="name">The sample's project.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<string> RunAsync(string name, params string[] arguments) =>
        (await CommandRun.DotnetAsync(Repository.Root, ["exec", Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments])).Output.TrimEnd();
}
