namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>The form of the output.</summary>
internal enum OutputLayout
{
    /// <summary>Indented JSON: an object, or an array of objects.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>The outline as indented text.</summary>
    Outline,

    /// <summary>What each report says as text to compare.</summary>
    Snapshot,
}
