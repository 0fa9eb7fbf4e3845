using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>An extractor of the caller's own: what it cites bears its name, and when it throws, it costs what it reads and nothing else.</summary>
internal sealed class OwnExtractor(IFactExtractor extractor)
{
    private const string Prefix = "extractor:";

    // Not FullName, which of a generic type holds the versions of assemblies.
    private readonly string _name = extractor.GetType().ToString();

    /// <summary>Whether the rule of some evidence is the name of a caller's extractor.</summary>
    public static bool Names(string rule) => rule.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What such a rule means, in both languages.</summary>
    public static ExtractionRule Rule(string rule) =>
        new(rule, 1, $"read by the caller's own extractor {rule[Prefix.Length..]}", $"由自定义抽取器 {rule[Prefix.Length..]} 读取");

    /// <summary>Runs it. If it throws, the draft is what it was before.</summary>
    /// <exception cref="OperationCanceledException">The parse was cancelled, or took too long.</exception>
    public void Extract(ReportOutline outline, ReportDraft draft, int? part, ParseWatch watch)
    {
        var before = draft.Keep();
        draft.OwnRule = Prefix + _name;
        try
        {
            extractor.Extract(outline, draft);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Throws where the parse was cancelled or its time is over. Whatever else was cancelled, such as a call over a network, is the extractor's failure.
            watch.Step();
            draft.Restore(before);
            draft.Log.Add(Failure(e, part));
        }

        draft.OwnRule = null;
    }

    // The exception's message may quote the document.
    private Diagnostic Failure(Exception e, int? part) => new(DiagnosticCode.ExtractorFailed, $"The extractor {_name} failed: {e.GetType()}. What it reads is missing.")
    {
        MessageZh = $"抽取器 {_name} 出错（{e.GetType()}），其读取的内容缺失。",
        Part = part,
        Cause = e,
    };
}
