using PerfEval.Parsing.Tests.Support;
using PublicApiGenerator;
using Xunit;

namespace PerfEval.Parsing.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicSurfaceIsTheApprovedOne()
    {
        var api = typeof(ReportParser).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });

        Approved.Verify(api, "PublicApi");
    }
}
