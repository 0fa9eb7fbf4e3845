using System.Text.Json.Nodes;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Calibration;

/// <summary>Judges the values of a parse, and what was weighed for them, by the values that are known.</summary>
internal static class GoldJudge
{
    // Only strength and order kept these from being taken.
    private static readonly string[] BySize = ["weaker", "later", "same", "replaced"];

    /// <summary>The judgements on one file; none where it cannot be read. What the gold does not speak of is not judged.</summary>
    public static IEnumerable<Judgement> Judge(GoldDocument gold, string file)
    {
        ParseResult result;
        try
        {
            result = ReportParser.Default.ParseFile(file);
        }
        catch (UnreadableDocumentException)
        {
            yield break;
        }

        for (var part = 1; part <= Math.Min(result.Reports.Count, gold.Parts.Count); part++)
        {
            var facts = new GoldFacts(gold.Parts[part - 1], JsonNode.Parse(new JsonReportWriter().Write(result.Reports[part - 1]))!);
            foreach (var field in result.Explain("", part))
            {
                if (field is { Evidence: { Rule: { } rule } evidence, Value: not null } && facts.IsRight(field.Pointer) is { } isRight)
                    yield return new Judgement(gold.Name, field.Pointer, rule, evidence.Confidence, isRight, IsTaken: true);
                // What a hard reason keeps from being taken, the rule itself passes over.
                foreach (var candidate in field.Candidates.Where(c => c.IsTaken || BySize.Contains(c.Lost!.Id)))
                    if (facts.IsRight(field.Pointer, candidate.Value) is { } right)
                        yield return new Judgement(gold.Name, field.Pointer, candidate.Rule.Id, candidate.Strength, right, IsTaken: false);
            }
        }
    }
}
