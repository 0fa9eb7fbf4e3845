using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Ingestion.ScriptedWorker;

/// <summary>A host's own extractor: reads the number of a file, fails where a text asks it to, or notes an error of its own.</summary>
internal sealed class ScriptedExtractor : IFactExtractor
{
    private static readonly DiagnosticCode Odd = new("HOST1", "Odd", DiagnosticSeverity.Error);

    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        foreach (var number in outline.LabelledTexts("档案号"))
            draft.Add("fileNumber", number.Text, number.Span, 0.9);
        foreach (var order in outline.LabelledTexts("脚本"))
            if (order.Text == "throw")
                throw new InvalidOperationException("on purpose");
            else
                draft.Log.Add(Odd, "An own error.");
    }
}
