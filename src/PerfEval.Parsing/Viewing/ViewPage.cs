using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>The whole page: head, bar, text, model, data, script. Only this style sheet and this script may run in it, and nothing may be loaded.</summary>
internal sealed class ViewPage
{
    private static readonly string StyleSheet = Resource("view.css");
    private static readonly string Script = Resource("view.js");

    private readonly ParseResult _result;
    private readonly ViewVocabulary _words;
    private readonly ReportEntries[] _entries;
    private readonly StringBuilder _html = new();

    /// <summary>A page of what a file gave.</summary>
    public ViewPage(ParseResult result, ViewVocabulary words)
    {
        (_result, _words) = (result, words);
        _entries = [.. result.Reports.Select(r => new ReportEntries(r))];
    }

    private PerformanceReport First => _result.Reports[0];

    /// <summary>The page as HTML.</summary>
    public string Print()
    {
        PrintHead();
        _html.Append("<body data-pane=\"model\">\n").Append("<a class=\"skip\" href=\"#model\">").AppendText(_words.Page("skip")).Append("</a>\n");
        PrintBar();
        _html.Append("<main>\n");
        PrintText();
        PrintModel();
        _html.Append("<aside id=\"card\" aria-live=\"polite\" hidden></aside>\n</main>\n<script type=\"application/json\" id=\"data\">")
            .Append(ViewData.Print(_result.Reports, _entries, _words, _result.Document is not null))
            .Append("</script>\n<script>").Append(Script).Append("</script>\n</body>\n</html>\n");
        return _html.ToString();
    }

    // The title stands behind the style sheet: what begins a file must not be taken for another format's signature.
    private void PrintHead()
    {
        var policy = $"default-src 'none'; style-src {Hash(StyleSheet)}; script-src {Hash(Script)}; base-uri 'none'; form-action 'none'";
        _html.Append("<!DOCTYPE html>\n<html").AppendAttribute("lang", _words.Language).Append(">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\"").AppendAttribute("content", policy).Append(">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append("<style>").Append(StyleSheet).Append("</style>\n")
            .AppendElement("title", null, $"{First.Title ?? FileName ?? _words.Page("report")} – {_words.Page("name")}").Append("\n</head>\n");
    }

    private void PrintBar()
    {
        _html.Append("<header class=\"bar\">\n").AppendElement("h1", null, First.Title ?? FileName ?? _words.Page("report")).Append('\n');
        string?[] facts = [First.Title is null ? null : FileName, First.Source.Format, First.Source.Pages is { } pages ? _words.Page("pageCount", pages) : null];
        _html.AppendElement("p", "facts", string.Join(" · ", facts.OfType<string>())).Append('\n');
        if (_result.Reports.Count > 1)
            PrintChooser();
        _html.Append("<div class=\"tabs\" role=\"tablist\">");
        foreach (var pane in (string[])["text", "model"])
            _html.Append("<button type=\"button\" role=\"tab\"").AppendAttribute("id", "tab-" + pane).AppendAttribute("aria-controls", pane).Append('>')
                .AppendText(_words.Page(pane)).Append("</button>");
        _html.Append("</div>\n</header>\n");
    }

    private void PrintChooser()
    {
        _html.Append("<label class=\"chooser\">").AppendText(_words.Page("reports")).Append(" <select id=\"report\">");
        for (var i = 0; i < _result.Reports.Count; i++)
            _html.Append(CultureInfo.InvariantCulture, $"<option value=\"{i}\">").AppendText(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {_result.Reports[i].Title ?? _words.Page("untitled")}")).Append("</option>");
        _html.Append("</select></label>\n");
    }

    private void PrintText()
    {
        _html.Append("<div id=\"text\" class=\"pane\" role=\"region\" tabindex=\"0\"").AppendAttribute("aria-label", _words.Page("text")).Append(">\n");
        if (_result.Document is { } document)
        {
            _html.Append("<article lang=\"zh-CN\">\n");
            DocumentPane.Print(_html, document, _words);
            _html.Append("</article>\n");
        }
        else
        {
            for (var i = 0; i < _entries.Length; i++)
            {
                _html.Append("<article lang=\"zh-CN\"").AppendAttribute("data-report", i).Append(">\n");
                ComposedPane.Print(_html, _result.Reports[i], _entries[i], _words);
                _html.Append("</article>\n");
            }
        }

        _html.Append("</div>\n");
    }

    private void PrintModel()
    {
        _html.Append("<div id=\"model\" class=\"pane\" role=\"region\" tabindex=\"-1\"").AppendAttribute("aria-label", _words.Page("model")).Append(">\n");
        _html.Append("<div class=\"find\"><input id=\"find\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"").AppendAttribute("placeholder", _words.Page("find"))
            .AppendAttribute("aria-label", _words.Page("find")).Append("><span id=\"found\" role=\"status\"></span>")
            .AppendElement("span", "keys", _words.Page("keys")).Append("</div>\n");
        for (var i = 0; i < _entries.Length; i++)
        {
            _html.Append("<div class=\"report\"").AppendAttribute("data-report", i).Append(">\n");
            new ModelPane(_html, _result.Reports[i], _entries[i], _words, _entries.Length == 1 ? 0 : i + 1).Print();
            _html.Append("</div>\n");
        }

        _html.Append("</div>\n");
    }

    private string? FileName => First.Source.Path is { } path ? path[(path.LastIndexOfAny(['/', '\\']) + 1)..] : null;

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(ViewPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
