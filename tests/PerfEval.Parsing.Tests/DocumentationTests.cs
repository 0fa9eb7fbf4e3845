using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests;

/// <summary>Whoever only has the package reads these texts.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void EveryPublicMemberSaysWhatItTakesReturnsAndMeansByNull() => DocumentedSurface.Check(typeof(ReportParser).Assembly);
}
