using System.Reflection.Metadata;
using System.Text;
using PerfEval.Parsing.Packages.Tests.Support;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Packages.Tests;

/// <summary>What would make two builds of the same commit differ; that they do not is tried by <c>eng/check-reproducible</c>.</summary>
public sealed class SameBytesTests
{
    public static TheoryData<string> Libraries => [.. SourceProjects.Libraries];

    public static TheoryData<string> All => [.. SourceProjects.Libraries, SourceProjects.Tool];

    [Theory]
    [MemberData(nameof(All))]
    public async Task NothingInAPackageSaysWhereOrWhenItWasBuilt(string id)
    {
        var packed = await PackedPackages.GetAsync();
        foreach (var package in (Package[])[packed.Package(id), packed.Symbols(id)])
        {
            Assert.Equal([new DateTime(2000, 1, 1)], package.Dates);
            Assert.All(package.Files.Where(IsOurs), file =>
            {
                var bytes = package.Bytes(file);
                Assert.Equal((-1, -1), (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)), bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Repository.Root))));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task TheSymbolsNameTheSourcesByTheirPathInTheRepository(string id)
    {
        var symbols = (await PackedPackages.GetAsync()).Symbols(id).Bytes($"lib/net10.0/{id}.pdb");
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        var reader = provider.GetMetadataReader();
        var documents = reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)).ToList();

        Assert.Contains(documents, path => path.StartsWith($"/_/src/{id}/", StringComparison.Ordinal));
        Assert.All(documents, path => Assert.StartsWith("/_/", path, StringComparison.Ordinal));
    }

    private static bool IsOurs(string file) =>
        Path.GetFileName(file) is var name && (name.StartsWith("PerfEval.", StringComparison.Ordinal) || name.StartsWith("perfeval.", StringComparison.Ordinal));
}
