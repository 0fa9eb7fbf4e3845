using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Packages.Tests.Support;

/// <summary>All packages, packed once from the sources as they are, beside the build that the tests are part of.</summary>
internal sealed class PackedPackages
{
    /// <summary>A version that nothing else has, so that no package in any cache is taken for one of these.</summary>
    public const string Version = "0.0.0-packed";

    private static readonly Lazy<Task<PackedPackages>> Once = new(PackAsync);

    private PackedPackages(string folder) => Folder = folder;

    /// <summary>Where the packages are.</summary>
    public string Folder { get; }

    public static Task<PackedPackages> GetAsync() => Once.Value;

    public Package Package(string id) => new(Path.Join(Folder, $"{id}.{Version}.nupkg"));

    public Package Symbols(string id) => new(Path.Join(Folder, $"{id}.{Version}.snupkg"));

    private static async Task<PackedPackages> PackAsync()
    {
        // Below the repository, as every build: only what lies there has the same path on every machine.
        var artifacts = Repository.At("artifacts/packed");
        var folder = Path.Join(artifacts, "package", "release");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        // The build that runs these tests has looked at the code already.
        var run = await CommandRun.DotnetAsync(
            Repository.Root, "pack", "-p:ArtifactsPath=" + artifacts, "-p:MinVerVersionOverride=" + Version, "-p:RunAnalyzers=false", "-p:NuGetAudit=false");
        Assert.DoesNotContain("warning", run.Output, StringComparison.OrdinalIgnoreCase);
        return new PackedPackages(folder);
    }
}
