using System.Net;
using System.Text;

namespace PerfEval.Parsing.Evaluation.Writing;

/// <summary>A web page that holds its own style and script.</summary>
internal sealed class HtmlPage : IDisposable
{
    private readonly StreamWriter _output;

    public HtmlPage(Stream output, string title)
    {
        _output = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Add($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Text(title)}</title>\n");
        Add($"<style>\n{Resource("page.css")}</style>\n</head>\n<body>\n<h1>{Text(title)}</h1>\n");
    }

    /// <summary>Text that means itself.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>Adds markup.</summary>
    public void Add(string markup) => _output.Write(markup);

    /// <summary>Adds one of the figures that stand at the top.</summary>
    public void Figure(string value, string label) => Add($"<div class=\"figure\"><b>{Text(value)}</b><span>{Text(label)}</span></div>\n");

    /// <summary>Adds what filters the list below it.</summary>
    /// <param name="what">What is looked for.</param>
    public void Filter(string what) => Add($"<p class=\"filter\"><label>Show <input type=\"search\" id=\"filter\" placeholder=\"{Text(what)}\"></label> <span id=\"shown\"></span></p>\n");

    /// <summary>A value that may be nothing, as a table's cell.</summary>
    public static string Value(string? value) => value is null ? "<td class=\"none\">—</td>" : $"<td>{Text(value)}</td>";

    /// <summary>Where a value was read, as a table's cell.</summary>
    public static string Place(ReadPlace? place) =>
        place is null ? "<td></td>" : $"<td class=\"place\">{Text(place.Location)}<q>{Text(place.Text)}</q></td>";

    public void Dispose()
    {
        Add($"<script>\n{Resource("page.js")}</script>\n</body>\n</html>\n");
        _output.Dispose();
    }

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
