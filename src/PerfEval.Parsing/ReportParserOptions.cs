using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Csv;
using PerfEval.Parsing.Reading.Docx;
using PerfEval.Parsing.Reading.Html;
using PerfEval.Parsing.Reading.Markdown;
using PerfEval.Parsing.Reading.Pdf;
using PerfEval.Parsing.Reading.PlainText;
using PerfEval.Parsing.Reading.Xlsx;

namespace PerfEval.Parsing;

/// <summary>How to parse. An immutable value, checked and copied once when a <see cref="ReportParser"/> is made of it.</summary>
public sealed record ReportParserOptions
{
    /// <summary>The defaults.</summary>
    public static ReportParserOptions Default { get; } = new();

    /// <summary>What one document may cost.</summary>
    public ParseLimits Limits { get; init; } = ParseLimits.Default;

    /// <summary>Passwords to try on protected files, besides the empty one.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>Extension point 1: the readers, one a format; the first that claims a format gets it.</summary>
    public IReadOnlyList<IDocumentReader> Readers { get; init; } =
    [
        new DocxReader(), new PdfReader(), new XlsxReader(), new HtmlReader(), new MarkdownReader(), new CsvReader(), new PlainTextReader(),
    ];

    /// <summary>Extension point 2: extractors of the caller's own, run in order after the library's.</summary>
    public IReadOnlyList<IFactExtractor> Extractors { get; init; } = [];
}
