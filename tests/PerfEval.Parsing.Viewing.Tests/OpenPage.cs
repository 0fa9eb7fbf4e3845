using Microsoft.Playwright;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Viewing.Tests;

/// <summary>A result's page, written to a file and opened from there. What goes wrong in it, and what it asks for, is noted.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("perfeval-view-");
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];
    private readonly List<string> _requests = [];

    private OpenPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => _errors.Add(message.Text);
        page.PageError += (_, error) => _errors.Add(error);
        page.Dialog += (_, dialog) => _errors.Add(dialog.Message);
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    public static ParseResult Sample(string name) => ReportParser.Default.ParseFile(Repository.At("samples/reports/" + name));

    /// <summary>A sample report in another format, read from there.</summary>
    public static ParseResult Sample(string name, string format)
    {
        using var file = new MemoryStream();
        ReportWriters.For(format).Write(Sample(name).Report, file);
        return ReportParser.Default.Parse(file.ToArray(), Path.ChangeExtension(name, format));
    }

    /// <summary>Opens the page of a result.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="result">The result.</param>
    /// <param name="hash">What the address ends with.</param>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="dark">Whether the system is dark.</param>
    public static async Task<OpenPage> Of(Chromium chromium, ParseResult result, string hash = "", int width = 1280, bool dark = false)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(10_000);
        var open = new OpenPage(context, await context.NewPageAsync());
        var file = Path.Join(open._folder.FullName, "view.html");
        await using (var output = File.Create(file))
            ReportView.Write(result, output);
        await open.Page.GotoAsync(new Uri(file).AbsoluteUri + hash);
        return open;
    }

    public ILocator Value(string pointer) => Page.Locator($".report:not([hidden]) a.v[href='#{pointer}']").First;

    /// <summary>The marked characters, in order.</summary>
    public async Task<string> Marked(string kind) => string.Concat(await Page.Locator($"#text mark.{kind}").AllTextContentsAsync());

    /// <summary>Whether an element can be seen in the window as it is scrolled now.</summary>
    public Task<bool> IsInView(string selector) => Page.EvaluateAsync<bool>("""
        (selector) => {
          const box = document.querySelector(selector)?.getClientRects()[0];
          return Boolean(box) && box.top >= 0 && box.bottom <= innerHeight && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest(selector) !== null;
        }
        """, selector);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _folder.Delete(recursive: true);
        // Whatever a test looked at, the page must have stayed quiet and at home.
        Assert.Empty(_errors);
        Assert.Single(_requests);
        Assert.StartsWith("file://", _requests[0], StringComparison.Ordinal);
    }
}
