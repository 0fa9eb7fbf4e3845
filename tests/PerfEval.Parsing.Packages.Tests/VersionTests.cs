using System.Text.RegularExpressions;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Packages.Tests;

/// <summary>Where versions come from.</summary>
public sealed partial class VersionTests
{
    [Fact]
    public async Task TheVersionIsThatOfTheTagsWhereTheHistoryIsThereAndSaysSoWhereItIsNot()
    {
        var run = await CommandRun.DotnetAsync(
            Repository.Root, "msbuild", "src/PerfEval.Parsing", "-restore", "-t:GetAssemblyVersion", "-getProperty:PackageVersion",
            "-p:ArtifactsPath=" + Repository.At("artifacts/packed-version"), "-p:NuGetAudit=false");

        var history = Path.Exists(Repository.At(".git"));
        Assert.Matches(history ? Tagged() : Untagged(), run.Output.Trim());
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex Tagged();

    [GeneratedRegex(@"^\d+\.\d+\.0-source$")]
    private static partial Regex Untagged();
}
