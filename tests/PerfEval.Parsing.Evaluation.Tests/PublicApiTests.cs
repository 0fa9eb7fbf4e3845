using PerfEval.Parsing.Tests.Support;
using PublicApiGenerator;
using Xunit;

namespace PerfEval.Parsing.Evaluation.Tests;

/// <summary>What callers can see of evaluation. It changes only on purpose.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicSurfaceIsWhatWasApproved() =>
        Approved.Verify(typeof(GoldCorpus).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }), "PublicApi");

    [Fact]
    public void EveryPublicMemberSaysWhatItTakesReturnsAndMeansByNull() => DocumentedSurface.Check(typeof(GoldCorpus).Assembly);
}
