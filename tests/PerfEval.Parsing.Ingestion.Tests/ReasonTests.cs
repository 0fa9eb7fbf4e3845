using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Ingestion.Records;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests;

/// <summary>The closed list of reasons holds what the parsing library can say of a file.</summary>
public sealed class ReasonTests
{
    [Fact]
    public void EveryReasonWhyADocumentIsUnreadableIsAReason() =>
        Assert.Empty(Enum.GetNames<UnreadableReason>().Except(Enum.GetNames<IngestionReason>()));

    [Fact]
    public void EveryDiagnosticOfALossIsAReason() =>
        Assert.Empty(
            typeof(DiagnosticCode).GetProperties()
                .Where(p => p.PropertyType == typeof(DiagnosticCode))
                .Select(p => (DiagnosticCode)p.GetValue(null)!)
                .Where(code => code.Severity == DiagnosticSeverity.Error)
                .Select(code => code.Name)
                .Except(Enum.GetNames<IngestionReason>()));
}
