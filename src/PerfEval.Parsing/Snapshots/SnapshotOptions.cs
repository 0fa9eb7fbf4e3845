namespace PerfEval.Parsing.Snapshots;

/// <summary>In which form a snapshot is written.</summary>
public enum SnapshotFormat
{
    /// <summary>Text for people and for line-by-line comparison: one value a line, one sentence a line, tables as rows.</summary>
    Text,

    /// <summary>The report's JSON, indented, without what is left out.</summary>
    Json,
}

/// <summary>How much of the outline a snapshot shows.</summary>
public enum SnapshotSections
{
    /// <summary>Headings, paragraphs and tables.</summary>
    Full,

    /// <summary>Headings with their numbers, levels and kinds.</summary>
    Headings,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>How much a snapshot shows of what was odd in a document.</summary>
public enum SnapshotDiagnostics
{
    /// <summary>The ids, severities and fields.</summary>
    Ids,

    /// <summary>The messages too, and the values that were set against each other. The wording may change with every version.</summary>
    Full,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>How much a snapshot shows of where the values were read.</summary>
public enum SnapshotEvidence
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The words that each value was read from, and the rule.</summary>
    Words,

    /// <summary>Their places too: page, block, line, cell, rectangle.</summary>
    Places,
}

/// <summary>
/// What a snapshot shows. By default everything that the report says, and nothing of where in the file it stands, how sure it is and where the file lay.
/// </summary>
public sealed record SnapshotOptions
{
    /// <summary>The defaults.</summary>
    public static SnapshotOptions Default { get; } = new();

    /// <summary>The form; text unless set.</summary>
    public SnapshotFormat Format { get; init; }

    /// <summary>How much of the outline is shown; all of it unless set.</summary>
    public SnapshotSections Sections { get; init; }

    /// <summary>How much of the diagnostics is shown; their ids unless set.</summary>
    public SnapshotDiagnostics Diagnostics { get; init; }

    /// <summary>How much of the evidence is shown; nothing unless set.</summary>
    public SnapshotEvidence Evidence { get; init; }

    /// <summary>Whether each value's confidence is shown, with its parts.</summary>
    public bool IncludeConfidence { get; init; }

    /// <summary>Whether the file's name (never its directory), length and SHA-256 are shown. Its format, encoding and part are shown always.</summary>
    public bool IncludeFile { get; init; }

    /// <summary>Fails for values that are none of the enumerations'.</summary>
    internal void Validate()
    {
        Check(Format, nameof(Format));
        Check(Sections, nameof(Sections));
        Check(Diagnostics, nameof(Diagnostics));
        Check(Evidence, nameof(Evidence));
    }

    private static void Check<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentException($"{nameof(SnapshotOptions)}.{name} has no value {value}.", name);
    }
}
