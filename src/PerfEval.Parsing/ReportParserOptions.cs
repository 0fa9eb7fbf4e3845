using System.Globalization;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Csv;
using PerfEval.Parsing.Reading.Docx;
using PerfEval.Parsing.Reading.Html;
using PerfEval.Parsing.Reading.Markdown;
using PerfEval.Parsing.Reading.Pdf;
using PerfEval.Parsing.Reading.PlainText;
using PerfEval.Parsing.Reading.Xlsx;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing;

/// <summary>
/// How to parse. An immutable value: lists are copied when they are set, and options are equal where all their members are (readers and extractors by reference,
/// unless they compare otherwise). It is checked when a <see cref="ReportParser"/> is made of it, or by <see cref="Validate"/>.
/// </summary>
public sealed record ReportParserOptions
{
    private static readonly ValueList<IDocumentReader> OwnReaders =
    [
        new DocxReader(), new PdfReader(), new XlsxReader(), new HtmlReader(), new MarkdownReader(), new CsvReader(), new PlainTextReader(),
    ];

    /// <summary>The defaults.</summary>
    public static ReportParserOptions Default { get; } = new();

    /// <summary>What one document may cost.</summary>
    public ParseLimits Limits { get; init; } = ParseLimits.Default;

    /// <summary>Passwords to try on protected files, besides the empty one; none by default. They appear in no result, message or log.</summary>
    public IReadOnlyList<string> Passwords { get; init => field = ValueList.From(value); } = ValueList.From<string>([]);

    /// <summary>
    /// Packs of words besides the library's own; none by default. Where they contradict each other or the library, the last wins. Documents that this library wrote are
    /// read by its own words alone: they state what these would not tell.
    /// </summary>
    public IReadOnlyList<VocabularyPack> Vocabulary { get; init => field = ValueList.From(value); } = ValueList.From<VocabularyPack>([]);

    /// <summary>Extension point 1: the readers, one a format; the first that claims a format gets it. By default the library's own.</summary>
    public IReadOnlyList<IDocumentReader> Readers { get; init => field = ValueList.From(value); } = OwnReaders;

    /// <summary>Extension point 2: extractors of the caller's own, run in order after the library's; none by default.</summary>
    public IReadOnlyList<IFactExtractor> Extractors { get; init => field = ValueList.From(value); } = ValueList.From<IFactExtractor>([]);

    /// <summary>Checks the options as a parser would that is made of them.</summary>
    /// <exception cref="ArgumentException">A limit is not positive, a list holds <see langword="null"/>, or there is no reader. The message names the option.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Limits);
        Limits.Validate();
        CheckItems(Passwords, nameof(Passwords));
        CheckItems(Vocabulary, nameof(Vocabulary));
        CheckItems(Readers, nameof(Readers));
        CheckItems(Extractors, nameof(Extractors));
        if (Readers.Count == 0)
            throw new ArgumentException($"{nameof(ReportParserOptions)}.{nameof(Readers)} is empty; without a reader nothing can be parsed.");
    }

    /// <summary>What is set, without the passwords.</summary>
    /// <returns>A line for logs.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(ReportParserOptions)} {{ {nameof(Limits)} = {Limits}, {nameof(Passwords)} = {Passwords.Count}, {nameof(Vocabulary)} = [{string.Join(", ", Vocabulary.Select(p => p?.Name))}], {nameof(Readers)} = {Names(Readers)}, {nameof(Extractors)} = {Names(Extractors)} }}");

    private static string Names<T>(IReadOnlyList<T> parts) => $"[{string.Join(", ", parts.Select(p => p?.GetType().Name))}]";

    private static void CheckItems<T>(IReadOnlyList<T> items, string option)
        where T : class
    {
        if (items.Any(item => item is null))
            throw new ArgumentException($"{nameof(ReportParserOptions)}.{option} holds null.");
    }
}
