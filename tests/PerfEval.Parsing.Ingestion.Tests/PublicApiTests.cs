using PerfEval.Parsing.Tests.Support;
using PublicApiGenerator;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests;

/// <summary>What callers can see of ingestion. It changes only on purpose.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicSurfaceIsWhatWasApproved() =>
        Approved.Verify(typeof(IngestionPipeline).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }), "PublicApi");

    [Theory]
    [InlineData("DuckDB.")]
    [InlineData("Npgsql.")]
    [InlineData("Parquet.")]
    public void NoTypeOfALibraryOfOthersIsInIt(string library) =>
        Assert.DoesNotContain(" " + library, typeof(IngestionPipeline).Assembly.GeneratePublicApi(), StringComparison.Ordinal);

    [Fact]
    public void EveryPublicMemberSaysWhatItTakesReturnsAndMeansByNull() => DocumentedSurface.Check(typeof(IngestionPipeline).Assembly);
}
