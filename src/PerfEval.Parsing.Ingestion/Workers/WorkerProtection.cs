namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>One of the things that keep a document from doing harm.</summary>
/// <param name="Name">What it is: <c>no network</c>, <c>memory limit</c> …</param>
/// <param name="InForce">Whether it holds on this system.</param>
/// <param name="Detail">Its measure where it holds, why not where it does not.</param>
public sealed record WorkerProtection(string Name, bool InForce, string Detail);
