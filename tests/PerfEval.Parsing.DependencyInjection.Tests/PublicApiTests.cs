using Microsoft.Extensions.DependencyInjection;
using PerfEval.Parsing.Tests.Support;
using PublicApiGenerator;
using Xunit;

namespace PerfEval.Parsing.DependencyInjection.Tests;

/// <summary>What a host can see. It changes only on purpose.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicSurfaceIsWhatWasApproved() => Approved.Verify(
        typeof(PerfEvalParsingRegistration).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] }), "PublicApi");

    [Fact]
    public void EveryPublicMemberSaysWhatItTakesReturnsAndMeansByNull() => DocumentedSurface.Check(typeof(PerfEvalParsingRegistration).Assembly);
}
