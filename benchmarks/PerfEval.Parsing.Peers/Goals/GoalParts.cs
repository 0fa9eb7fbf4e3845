namespace PerfEval.Parsing.Peers.Goals;

/// <summary>The parts of the table, in its order.</summary>
internal static class GoalParts
{
    public static IReadOnlyList<(string Name, Action<Run> Measure)> All { get; } =
    [
        ("word", WordGoals.Measure), ("pdf", PdfGoals.Measure), ("pdf-programs", PdfProgramGoals.Measure), ("text", TextGoals.Measure), ("growth", GrowthGoals.Measure),
        ("memory", MemoryGoals.Measure), ("adversarial", AdversarialGoals.Measure), ("archive", ArchiveGoals.Measure), ("ingestion", IngestionGoals.Measure),
        ("command", CommandGoals.Measure), ("writers", WriterGoals.Measure),
    ];
}
