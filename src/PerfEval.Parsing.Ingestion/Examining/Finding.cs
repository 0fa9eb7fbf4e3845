namespace PerfEval.Parsing.Ingestion.Examining;

/// <summary>How it stands with one thing that ingestion needs.</summary>
public enum FindingState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Ingestion works, but less safely, or slower.</summary>
    Warning,

    /// <summary>Ingestion does not work.</summary>
    Failure,
}

/// <summary>What was found of one thing that ingestion needs.</summary>
/// <param name="Subject">The thing.</param>
/// <param name="State">How it stands with it.</param>
/// <param name="Detail">Its measure, or what is wrong and what can be done.</param>
public sealed record Finding(string Subject, FindingState State, string Detail);
