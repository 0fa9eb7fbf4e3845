using System.Text;
using PerfEval.Parsing.Packages.Tests.Support;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Packages.Tests;

/// <summary>What is in the packages, and nothing else.</summary>
public sealed class PackageContentTests
{
    private const string Tool = "perfeval";

    private static readonly string[] OnEveryPackage = ["CHANGELOG.md", "LICENSE", "README.md", "icon.png"];

    /// <summary>Each library with what it brings along and what else lies in it.</summary>
    private static readonly Dictionary<string, (string[] Dependencies, string[] Extras)> Libraries = new()
    {
        ["PerfEval.Parsing"] = (["AngleSharp", "DocumentFormat.OpenXml", "PdfPig", "System.IO.Packaging"], ["schema/perfeval-report.v1.schema.json"]),
        ["PerfEval.Parsing.Ingestion"] = (["DuckDB.NET.Data.Full", "Npgsql", "Parquet.Net", "PerfEval.Parsing"], []),
    };

    public static TheoryData<string> LibraryNames => [.. Libraries.Keys];

    public static TheoryData<string> AllNames => [.. Libraries.Keys, Tool];

    [Fact]
    public async Task EveryProjectUnderSrcIsAPackage()
    {
        var packed = await PackedPackages.GetAsync();
        var projects = Directory.EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetFileNameWithoutExtension(project) is var name && name == "PerfEval.Parsing.Cli" ? Tool : name);

        Assert.Equal(projects.Order(StringComparer.Ordinal), Libraries.Keys.Append(Tool).Order(StringComparer.Ordinal));
        Assert.Equal(
            Libraries.Keys.Append(Tool).SelectMany(id => new[] { $"{id}.{PackedPackages.Version}.nupkg", $"{id}.{PackedPackages.Version}.snupkg" }).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(packed.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LibraryNames))]
    public async Task ALibraryHoldsItsAssemblyItsDocumentationAndItsPages(string id)
    {
        var package = (await PackedPackages.GetAsync()).Package(id);

        Assert.Equal([.. OnEveryPackage.Concat([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"]).Concat(Libraries[id].Extras).Order(StringComparer.Ordinal)], package.Files);
        Assert.Contains($"<name>{id}</name>", Encoding.UTF8.GetString(package.Bytes($"lib/net10.0/{id}.xml")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LibraryNames))]
    public async Task ALibraryBringsOnlyWhatItNeeds(string id) =>
        Assert.Equal(Libraries[id].Dependencies, (await PackedPackages.GetAsync()).Package(id).Dependencies);

    [Theory]
    [MemberData(nameof(AllNames))]
    public async Task APackageSaysWhatItIs(string id)
    {
        var package = (await PackedPackages.GetAsync()).Package(id);

        Assert.Equal(id, package.Said("id")?.Value);
        Assert.Equal(PackedPackages.Version, package.Said("version")?.Value);
        Assert.Equal(("expression", "MIT"), (package.Said("license")?.Attribute("type")?.Value, package.Said("license")?.Value));
        Assert.Equal("icon.png", package.Said("icon")?.Value);
        Assert.Equal("README.md", package.Said("readme")?.Value);
        Assert.Contains("绩效评价", package.Said("description")?.Value, StringComparison.Ordinal);
        Assert.Contains("绩效评价", package.Said("tags")?.Value.Split(' ') ?? []);
        Assert.Contains("public-spending", package.Said("tags")?.Value.Split(' ') ?? []);
        Assert.Null(package.Said("repository")?.Attribute("branch"));
    }

    [Theory]
    [MemberData(nameof(AllNames))]
    public async Task ThePagesInAPackageAreThoseOfTheRepository(string id)
    {
        var package = (await PackedPackages.GetAsync()).Package(id);
        var project = id == Tool ? "PerfEval.Parsing.Cli" : id;

        Assert.Equal(File.ReadAllBytes(Repository.At($"src/{project}/PACKAGE.md")), package.Bytes("README.md"));
        Assert.Equal(File.ReadAllBytes(Repository.At("assets/icon.png")), package.Bytes("icon.png"));
        Assert.Equal(File.ReadAllBytes(Repository.At("LICENSE")), package.Bytes("LICENSE"));
    }

    [Theory]
    [MemberData(nameof(LibraryNames))]
    public async Task TheSymbolsAreAPackageOfTheirOwn(string id) =>
        Assert.Equal([$"lib/net10.0/{id}.pdb"], (await PackedPackages.GetAsync()).Symbols(id).Files);

    [Fact]
    public async Task TheToolBringsEverythingAlongForEachSystem()
    {
        var package = (await PackedPackages.GetAsync()).Package(Tool);

        Assert.Equal("DotnetTool", package.Said("packageTypes")?.Elements().Single().Attribute("name")?.Value);
        Assert.Empty(package.Dependencies);
        Assert.Contains("tools/net10.0/any/PerfEval.Parsing.Ingestion.dll", package.Files);
        Assert.Contains("tools/net10.0/any/runtimes/linux-x64/native/libduckdb.so", package.Files);
        Assert.Contains("tools/net10.0/any/runtimes/win-x64/native/duckdb.dll", package.Files);
        // A launcher would be one for the machine that packed.
        Assert.DoesNotContain("tools/net10.0/any/perfeval", package.Files);
        Assert.DoesNotContain("tools/net10.0/any/PerfEval.Parsing.Ingestion", package.Files);
        Assert.DoesNotContain(package.Files, file => file.EndsWith(".xml", StringComparison.Ordinal) && file != "tools/net10.0/any/DotnetToolSettings.xml");
    }
}
