using System.Text;
using PerfEval.Parsing.Packages.Tests.Support;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Packages.Tests;

/// <summary>What is in the packages, and nothing else.</summary>
public sealed class PackageContentTests
{
    private static readonly string[] OnEveryPackage = ["CHANGELOG.md", "LICENSE", "README.md", "icon.png"];

    /// <summary>What a library brings along. A new project under src/ needs a line here.</summary>
    private static readonly Dictionary<string, string[]> MayBring = new()
    {
        ["PerfEval.Parsing"] = ["AngleSharp", "DocumentFormat.OpenXml", "PdfPig", "System.IO.Packaging"],
        ["PerfEval.Parsing.DependencyInjection"] =
        [
            "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options", "PerfEval.Parsing",
        ],
        ["PerfEval.Parsing.Evaluation"] = ["PerfEval.Parsing"],
        ["PerfEval.Parsing.Ingestion"] = ["DuckDB.NET.Data.Full", "Npgsql", "Parquet.Net", "PerfEval.Parsing"],
    };

    /// <summary>What else lies in a library's package.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> Extras = new()
    {
        ["PerfEval.Parsing"] =
        [
            .. Below("docs", "*.md"), .. Below("samples", "*.cs"), .. Below("samples/reports", "*"), .. Below("samples/gold", "*"), .. Below("samples/vocabulary", "*"),
            "schema/perfeval-report.v1.schema.json", "schema/perfeval-vocabulary.v1.schema.json",
        ],
    };

    public static TheoryData<string> Libraries => [.. SourceProjects.Libraries];

    public static TheoryData<string> All => [.. SourceProjects.Libraries, SourceProjects.Tool];

    [Fact]
    public async Task EveryProjectUnderSrcIsAPackage()
    {
        var packed = await PackedPackages.GetAsync();

        Assert.Equal(
            SourceProjects.Libraries.Append(SourceProjects.Tool).SelectMany(id => new[] { $"{id}.{PackedPackages.Version}.nupkg", $"{id}.{PackedPackages.Version}.snupkg" }).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(packed.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task ALibraryHoldsItsAssemblyItsDocumentationAndItsPages(string id)
    {
        var package = (await PackedPackages.GetAsync()).Package(id);

        Assert.Equal([.. OnEveryPackage.Concat([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"]).Concat(Extras.GetValueOrDefault(id, [])).Order(StringComparer.Ordinal)], package.Files);
        Assert.Contains($"<name>{id}</name>", Encoding.UTF8.GetString(package.Bytes($"lib/net10.0/{id}.xml")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task ALibraryBringsOnlyWhatItNeeds(string id) =>
        Assert.Equal(MayBring[id], (await PackedPackages.GetAsync()).Package(id).Dependencies);

    [Theory]
    [MemberData(nameof(All))]
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
    [MemberData(nameof(All))]
    public async Task ThePagesInAPackageAreThoseOfTheRepository(string id)
    {
        var package = (await PackedPackages.GetAsync()).Package(id);
        var project = id == SourceProjects.Tool ? SourceProjects.ToolProject : id;

        Assert.Equal(File.ReadAllBytes(Repository.At($"src/{project}/PACKAGE.md")), package.Bytes("README.md"));
        Assert.Equal(File.ReadAllBytes(Repository.At("assets/icon.png")), package.Bytes("icon.png"));
        Assert.Equal(File.ReadAllBytes(Repository.At("LICENSE")), package.Bytes("LICENSE"));
    }

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.At(folder), pattern, SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task TheSymbolsAreAPackageOfTheirOwn(string id) =>
        Assert.Equal([$"lib/net10.0/{id}.pdb"], (await PackedPackages.GetAsync()).Symbols(id).Files);

    [Fact]
    public async Task TheToolBringsEverythingAlongForEachSystem()
    {
        var package = (await PackedPackages.GetAsync()).Package(SourceProjects.Tool);

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
