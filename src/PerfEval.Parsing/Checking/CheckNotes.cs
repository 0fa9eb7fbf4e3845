using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Checking;

/// <summary>What the checks of one report found: contradictions to be told, and which values agree with which, for their confidence.</summary>
internal sealed class CheckNotes
{
    private readonly List<Diagnostic> _findings = [];
    private readonly HashSet<string> _confirmed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contradicted = new(StringComparer.Ordinal);

    /// <summary>The findings in the order of the checks.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>The fields that agree with something said or added up elsewhere.</summary>
    public IReadOnlySet<string> Confirmed => _confirmed;

    /// <summary>The fields that contradict something said or added up elsewhere.</summary>
    public IReadOnlySet<string> Contradicted => _contradicted;

    /// <summary>Notes that fields agree.</summary>
    /// <param name="pointers">The fields, all that took part.</param>
    public void Confirm(params IEnumerable<string> pointers) => _confirmed.UnionWith(pointers);

    /// <summary>Notes a finding. Where it weighs as a warning, the fields that were compared contradict each other.</summary>
    public void Find(Diagnostic finding)
    {
        _findings.Add(finding);
        if (finding.Severity >= DiagnosticSeverity.Warning)
            _contradicted.UnionWith(finding.Compared.Select(c => c.Pointer).OfType<string>());
    }
}
