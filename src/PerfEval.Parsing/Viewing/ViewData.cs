using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>What the page's script knows: the entries of each report with their places, the rules in words, and its own words.</summary>
internal sealed class ViewData
{
    // This encoder writes < > & ' as escapes: no text can end the element in which the data stands.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly string[] ScriptWords =
        ["confidence", "reading", "rule", "rivals", "checks", "places", "also", "about", "unplaced", "close", "back", "found"];

    private readonly ViewVocabulary _words;
    private readonly bool _hasDocument;
    private readonly Utf8JsonWriter _json;

    private ViewData(Utf8JsonWriter json, ViewVocabulary words, bool hasDocument) => (_json, _words, _hasDocument) = (json, words, hasDocument);

    /// <summary>The data as JSON that may stand in a script element.</summary>
    public static string Print(IReadOnlyList<PerformanceReport> reports, IReadOnlyList<ReportEntries> entries, ViewVocabulary words, bool hasDocument)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
            new ViewData(json, words, hasDocument).Write(reports, entries);
        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private void Write(IReadOnlyList<PerformanceReport> reports, IReadOnlyList<ReportEntries> entries)
    {
        _json.WriteStartObject();
        _json.WriteStartObject("words");
        foreach (var word in ScriptWords)
            _json.WriteString(word, _words.Page(word));
        _json.WriteEndObject();
        WriteRules(entries);
        _json.WriteStartArray("reports");
        for (var i = 0; i < reports.Count; i++)
            WriteReport(reports[i], entries[i]);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteRules(IReadOnlyList<ReportEntries> entries)
    {
        var used = entries.SelectMany(e => e.All).Select(e => e.Evidence?.Rule).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _json.WriteStartObject("rules");
        foreach (var rule in RuleVocabulary.Default.Rules.Where(r => used.Contains(r.Id)))
            _json.WriteString(rule.Id, _words.IsChinese ? rule.Chinese : rule.English);
        _json.WriteEndObject();
    }

    private void WriteReport(PerformanceReport report, ReportEntries entries)
    {
        var names = new FieldNames(report, _words);
        _json.WriteStartArray();
        foreach (var entry in entries.All)
        {
            _json.WriteStartObject();
            _json.WriteString("pointer", entry.Pointer);
            _json.WriteString("label", names.Of(entry.Pointer));
            if (entry.Evidence is { } evidence)
                WriteTrust(evidence);
            if (entry.Diagnostic is { } diagnostic)
                WriteDiagnostic(diagnostic);
            _json.WriteStartArray("places");
            foreach (var place in entry.Places)
                WritePlace(place);
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteTrust(Evidence evidence)
    {
        _json.WriteNumber("confidence", evidence.Confidence);
        if (evidence.Rule is { } rule)
            _json.WriteString("rule", rule);
        if (evidence.Parts is not { } parts)
            return;
        _json.WriteStartObject("parts");
        _json.WriteNumber("reading", parts.Reading);
        _json.WriteNumber("rule", parts.Rule);
        _json.WriteNumber("rivals", parts.Rivals);
        _json.WriteNumber("checks", parts.Checks);
        _json.WriteEndObject();
    }

    private void WriteDiagnostic(ReportDiagnostic diagnostic)
    {
        _json.WriteString("id", diagnostic.Id);
        _json.WriteString("severity", SeverityClass(diagnostic.Severity));
        _json.WriteString("message", Message(diagnostic, _words));
        _json.WriteStartArray("about");
        foreach (var pointer in diagnostic.Sides.Select(s => s.Pointer).Prepend(diagnostic.Pointer).OfType<string>().Distinct(StringComparer.Ordinal))
            _json.WriteStringValue(pointer);
        _json.WriteEndArray();
    }

    // The text stands in the page; only where it does not, the evidence brings it.
    private void WritePlace(Place place)
    {
        _json.WriteStartObject();
        _json.WriteNumber("block", place.Block);
        _json.WriteNumber("start", place.Start);
        _json.WriteNumber("length", place.Length);
        _json.WriteString("where", PlaceNames.Of(place, _words));
        if (!_hasDocument)
            _json.WriteString("text", place.Text);
        _json.WriteEndObject();
    }

    /// <summary>A diagnostic's message in the page's language; earlier versions of the JSON have English only.</summary>
    public static string Message(ReportDiagnostic diagnostic, ViewVocabulary words) =>
        words.IsChinese && diagnostic.MessageZh is { Length: > 0 } chinese ? chinese : diagnostic.Message;

    /// <summary>A severity as the page's style sheet knows it.</summary>
    public static string SeverityClass(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
