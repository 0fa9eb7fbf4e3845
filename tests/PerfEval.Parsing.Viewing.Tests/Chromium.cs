using Microsoft.Playwright;
using Xunit;

namespace PerfEval.Parsing.Viewing.Tests;

/// <summary>The machine's own Chromium; none is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private IPlaywright? _playwright;

    /// <summary>The program; <see langword="null"/> where none is installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Join(folder, name))).FirstOrDefault(File.Exists);

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        // Containers run as root, for whom Chromium has no sandbox; the pages are our own.
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (Program is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>A test that needs a browser; without one it is skipped, and says so.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Missing.Browser;
}

/// <summary>As <see cref="ChromiumFactAttribute"/>, for several inputs.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Missing.Browser;
}

internal static class Missing
{
    public static string? Browser => Chromium.Program is null ? "Chromium is not installed: no chromium or google-chrome is on the PATH." : null;
}
