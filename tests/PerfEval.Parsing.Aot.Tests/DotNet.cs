using System.Diagnostics;

namespace PerfEval.Parsing.Aot.Tests;

/// <summary>A program run to its end.</summary>
internal static class DotNet
{
    /// <summary>Runs <c>dotnet</c>.</summary>
    public static (int Code, string Text) Run(params string[] arguments) => Run("dotnet", arguments);

    /// <summary>Runs a program; what it prints on both ways comes together.</summary>
    public static (int Code, string Text) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Build nodes that outlive the build would keep the pipes open, and the test's own build settings are none of the other's.
        foreach (var (name, value) in new[] { ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_UI_LANGUAGE", "en"), ("MSBuildSDKsPath", null), ("MSBuildExtensionsPath", null), ("MSBUILD_EXE_PATH", null) })
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text + errors.Result);
    }
}
