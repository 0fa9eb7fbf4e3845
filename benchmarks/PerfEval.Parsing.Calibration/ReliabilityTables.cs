using System.Globalization;

namespace PerfEval.Parsing.Calibration;

/// <summary>Prints how often values of a confidence are right, and how often each rule is.</summary>
internal static class ReliabilityTables
{
    private static readonly double[] Bounds = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975];

    // A rule seen in few documents is believed less, and the rules were written with these documents in view: this many others, in which 85 of 100
    // values are right, are added to what was seen.
    private const double PriorWeight = 10;
    private const double Prior = 0.85;

    /// <summary>Prints the tables.</summary>
    public static void Print(IReadOnlyList<Judgement> judgements, TextWriter output)
    {
        Bins(output, "values by confidence", [.. judgements.Where(j => j.IsTaken)]);
        Bins(output, "candidates that could be taken, by strength", [.. judgements.Where(j => !j.IsTaken)]);
        Rules(output, judgements);
        foreach (var wrong in judgements.Where(j => j is { IsTaken: true, IsRight: false }).Take(40))
            output.WriteLine(FormattableString.Invariant($"wrong: {wrong.Document} {wrong.Pointer} by {wrong.Rule} at {wrong.Confidence}"));
    }

    private static void Bins(TextWriter output, string title, Judgement[] judgements)
    {
        output.WriteLine($"\n| {title} | judged | right | share |\n| --- | ---: | ---: | ---: |");
        for (var i = Bounds.Length - 1; i >= 0; i--)
        {
            var (from, to) = (Bounds[i], i + 1 < Bounds.Length ? Bounds[i + 1] : 1.01);
            Row(output, string.Create(CultureInfo.InvariantCulture, $"{from:0.000} – {Math.Min(to, 1):0.000}"), [.. judgements.Where(j => j.Confidence >= from && j.Confidence < to)]);
        }

        Row(output, "0.9 and above", [.. judgements.Where(j => j.Confidence >= 0.9)]);
        Row(output, "all", judgements);
    }

    private static void Row(TextWriter output, string name, Judgement[] judgements)
    {
        var right = judgements.Count(j => j.IsRight);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {judgements.Length} | {right} | {(judgements.Length == 0 ? "" : (right / (double)judgements.Length).ToString("0.0000", CultureInfo.InvariantCulture))} |"));
    }

    // The formats of a document are no independent witnesses: documents are counted, each by the share of its values and candidates that are right.
    private static void Rules(TextWriter output, IReadOnlyList<Judgement> judgements)
    {
        output.WriteLine("\n| rule | values | right | candidates | right | documents | strength |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var rule in judgements.GroupBy(j => j.Rule).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var (values, candidates) = (rule.Where(j => j.IsTaken).ToList(), rule.Where(j => !j.IsTaken).ToList());
            var shares = rule.GroupBy(j => j.Document).Select(d => d.GroupBy(j => j.IsTaken).Average(g => g.Average(j => j.IsRight ? 1.0 : 0.0))).ToList();
            var strength = (shares.Sum() + (Prior * PriorWeight)) / (shares.Count + PriorWeight);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {rule.Key} | {values.Count} | {values.Count(j => j.IsRight)} | {candidates.Count} | {candidates.Count(j => j.IsRight)} | {shares.Count} | {strength:0.00} |"));
        }
    }
}
